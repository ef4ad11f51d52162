package ca.balise.deid.intake.model;

/**
 * A column of the data, by its name, and its role.
 *
 * @param name equal to the column's name to the last character; letters' case matters
 */
public record Variable(String name, Role role) {}
