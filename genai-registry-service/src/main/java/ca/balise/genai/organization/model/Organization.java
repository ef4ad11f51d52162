package ca.balise.genai.organization.model;

import java.util.UUID;

/**
 * A public body of the registry.
 *
 * @param id stable and never reused
 * @param version how many times it was changed
 * @param details what is declared of it
 */
public record Organization(UUID id, long version, OrganizationDetails details) {}
