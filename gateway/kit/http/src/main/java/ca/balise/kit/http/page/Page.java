package ca.balise.kit.http.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a collection.
 *
 * @param items its items, in the order of the collection
 * @param next the cursor of the next page; {@code null} if this is the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * The page in what was found.
     *
     * @param found up to one item more than the page holds: that one only shows that there is more
     * @param request the page asked for
     * @param collection a name for the collection and its order
     * @param key the value by which the collection is ordered, different for each item; it goes into an address, so it must say
     *     nothing of a person
     */
    public static <T> Page<T> of(List<T> found, PageRequest request, String collection, Function<T, ?> key) {
        if (found.size() <= request.limit()) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, request.limit());
        return new Page<>(items, Cursor.of(request.scope(collection), key.apply(items.getLast())));
    }

    /**
     * A page of a collection that grows at its end: there is always a next one, empty until something comes.
     *
     * @param items what was found
     * @param collection a name for the collection and its order
     * @param last the key after which the next page begins
     */
    public static <T> Page<T> open(List<T> items, String collection, Object last) {
        return new Page<>(items, Cursor.of(collection, last));
    }

    /** The same page of something made of each item. */
    public <R> Page<R> map(Function<? super T, ? extends R> made) {
        return new Page<>(items.stream().<R>map(made).toList(), next);
    }
}
