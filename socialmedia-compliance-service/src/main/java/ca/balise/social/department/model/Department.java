package ca.balise.social.department.model;

import java.util.UUID;

/**
 * A department, or a sub-unit of one.
 *
 * @param id stable and never reused
 * @param version how many times what is stated of it was changed
 * @param details what is stated of it
 * @param status where it stands
 */
public record Department(UUID id, long version, DepartmentDetails details, Status status) {}
