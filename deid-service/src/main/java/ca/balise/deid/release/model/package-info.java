/**
 * May it be released? The verdict over measured evidence and stated circumstances, as rules over plain values. It measures nothing
 * and reads no data.
 */
@NullMarked
package ca.balise.deid.release.model;

import org.jspecify.annotations.NullMarked;
