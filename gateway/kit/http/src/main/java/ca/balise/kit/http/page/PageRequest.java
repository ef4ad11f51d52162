package ca.balise.kit.http.page;

import ca.balise.kit.http.problem.ProblemException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The page a caller asks for.
 *
 * @param limit how many items at most
 * @param after the cursor of the page before; {@code null} for the first page
 */
public record PageRequest(int limit, @Nullable String after) {

    /**
     * The key of the last item of the page before; empty for the first page.
     *
     * @param collection the collection that is being read, so that a cursor of another one is refused
     * @param parse reads the key as {@link Page#of} wrote it; an {@link IllegalArgumentException} says that it is none
     * @throws ProblemException 400 naming {@code after}, if the cursor was not given out for this collection
     */
    public <K> Optional<K> position(String collection, Function<String, K> parse) {
        if (after == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(Cursor.keyIn(after, collection)));
        } catch (IllegalArgumentException notOurs) {
            throw PageParameters.fault(PageParameters.AFTER, "NOT_A_CURSOR");
        }
    }
}
