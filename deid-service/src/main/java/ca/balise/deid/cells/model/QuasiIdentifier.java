package ca.balise.deid.cells.model;

/**
 * One dimension of a table of cells: an indirect identifier of the notice (§5.1.2).
 *
 * @param dictionary its values; some may occur in no cell of the table, after a restriction
 */
public record QuasiIdentifier(String name, Dictionary dictionary) {}
