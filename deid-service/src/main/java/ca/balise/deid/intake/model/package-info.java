/**
 * From the bytes of an upload to a {@link ca.balise.deid.cells.model.CellTable}, in one pass, in memory that grows with what is
 * distinct and not with what is long.
 *
 * <p>This package reads a stream it is given. It knows neither HTTP nor JSON: whoever parses another format feeds the same
 * {@link ca.balise.deid.intake.model.RecordSink} as {@link ca.balise.deid.intake.model.CsvScanner} does.
 */
@NullMarked
package ca.balise.deid.intake.model;

import org.jspecify.annotations.NullMarked;
