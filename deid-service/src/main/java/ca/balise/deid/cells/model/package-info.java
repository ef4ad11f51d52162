/**
 * The one thing every disclosure measure is computed from: the {@link ca.balise.deid.cells.model.CellTable}, the distinct
 * combinations of the quasi-identifiers with their sizes, and the algebra over it; and its sibling, what each column looks like.
 *
 * <p>Cell is the word of the notice for what the literature calls an equivalence class (TBS Privacy Implementation Notice 2020-03,
 * §5.1.3). This package knows neither files (that is {@code intake}) nor what a size means for a release (that is {@code risk}).
 */
@NullMarked
package ca.balise.deid.cells.model;

import org.jspecify.annotations.NullMarked;
