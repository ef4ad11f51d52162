/**
 * What a table of cells says about the risk of re-identification: every figure is a function of one
 * {@link ca.balise.deid.cells.model.CellTable}.
 *
 * <p>This package measures. Whether a data set may be released is a verdict, drawn elsewhere from these figures and from the context.
 */
@NullMarked
package ca.balise.deid.risk.model;

import org.jspecify.annotations.NullMarked;
