/** Where measures are kept: tables shared by all institutions, since what a text says belongs to none of them. */
@NullMarked
package ca.balise.genai.measure.store;

import org.jspecify.annotations.NullMarked;
