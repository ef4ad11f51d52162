package ca.balise.deid.specification;

import java.time.Instant;
import java.util.UUID;

/**
 * A specification that was kept.
 *
 * @param id names it in {@code ?specification=}
 * @param createdAt when it was kept
 * @param specification what it says
 */
public record KeptSpecification(UUID id, Instant createdAt, Specification specification) {}
