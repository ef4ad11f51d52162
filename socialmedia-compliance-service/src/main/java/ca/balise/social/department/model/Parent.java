package ca.balise.social.department.model;

import java.util.UUID;

/**
 * The department of a sub-unit.
 *
 * @param id the department
 * @param basis what shows that it is its department
 */
public record Parent(UUID id, String basis) {}
