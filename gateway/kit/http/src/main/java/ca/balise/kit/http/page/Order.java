package ca.balise.kit.http.page;

import org.jspecify.annotations.Nullable;

/**
 * The order in which a collection is read.
 *
 * @param key by what; {@code null} for the collection's own order
 * @param descending whether from the last to the first
 */
public record Order(@Nullable String key, boolean descending) {

    /** The collection's own order, from the first. */
    public static final Order OWN = new Order(null, false);
}
