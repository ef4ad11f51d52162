/** Scores that were made in the background, until their jobs are forgotten. They hold counts and names of columns, and are sealed. */
@NullMarked
package ca.balise.deid.risk.store;

import org.jspecify.annotations.NullMarked;
