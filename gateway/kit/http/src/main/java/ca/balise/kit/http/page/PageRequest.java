package ca.balise.kit.http.page;

import ca.balise.kit.http.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The page a caller asks for.
 *
 * @param limit how many items at most
 * @param after the cursor of the page before; {@code null} for the first page
 * @param order in which order the collection is read
 * @param filters the values of which an item must have one, by filter
 */
public record PageRequest(int limit, @Nullable String after, Order order, SortedMap<String, List<String>> filters) {

    public PageRequest {
        filters = Collections.unmodifiableSortedMap(new TreeMap<>(filters));
    }

    /** A page of the whole collection, in its own order. */
    public PageRequest(int limit, @Nullable String after) {
        this(limit, after, Order.OWN, Collections.emptySortedMap());
    }

    /**
     * The key of the last item of the page before; empty for the first page.
     *
     * @param collection the collection that is being read, so that a cursor of another one is refused
     * @param parse reads the key as {@link Page#of} wrote it; an {@link IllegalArgumentException} says that it is none
     * @throws ProblemException 400 naming {@code after}, if the cursor was not given out for this collection, order and filters
     */
    public <K> Optional<K> position(String collection, Function<String, K> parse) {
        if (after == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(Cursor.keyIn(after, scope(collection))));
        } catch (IllegalArgumentException notOurs) {
            throw PageParameters.fault(PageParameters.AFTER, "NOT_A_CURSOR");
        }
    }

    /** What a cursor is bound to. Under another order or other filters its place would be another one. */
    String scope(String collection) {
        if (order.equals(Order.OWN) && filters.isEmpty()) {
            return collection;
        }
        String key = order.key() == null ? "" : order.key();
        return collection + '?' + (order.descending() ? "-" : "") + key + '&' + fingerprint();
    }

    private String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            filters.forEach((name, values) -> values.forEach(
                    value -> digest.update((name + '\0' + value + '\0').getBytes(StandardCharsets.UTF_8))));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
