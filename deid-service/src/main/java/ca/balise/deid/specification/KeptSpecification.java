package ca.balise.deid.specification;

import ca.balise.kit.http.conditional.Versioned;
import java.time.Instant;
import java.util.UUID;

/**
 * A specification that was kept.
 *
 * @param id names it in {@code ?specification=}
 * @param version how many times it was changed; its ETag begins with it
 * @param createdAt when it was kept
 * @param specification what it says
 */
public record KeptSpecification(UUID id, long version, Instant createdAt, Specification specification)
        implements Versioned {}
