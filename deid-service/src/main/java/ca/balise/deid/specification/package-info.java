/** What a caller says of a data set and of its release, checked before any data is read, and kept for raw uploads to name. */
@NullMarked
package ca.balise.deid.specification;

import org.jspecify.annotations.NullMarked;
