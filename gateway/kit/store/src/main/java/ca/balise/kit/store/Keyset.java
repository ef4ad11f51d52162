package ca.balise.kit.store;

import ca.balise.kit.http.page.Page;
import ca.balise.kit.http.page.PageRequest;
import ca.balise.kit.http.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/**
 * How a collection is read in pages: after the key of the last row seen, not after a count of rows. A row that is inserted or
 * deleted between two pages moves no other one: none that was there throughout is missed, and none is seen twice.
 *
 * @param collection a name for the collection and its order; a cursor of another one is refused
 * @param from what is read, in HQL, for example {@code from MeasureEntity m}
 * @param column what it is ordered by, in HQL: different for each row, never null, never changed, and nothing of a person, since
 *     it stands in the cursor; for example {@code m.id}
 * @param key the same of a row
 * @param parse reads a key from its text; an {@link IllegalArgumentException} says that it is none
 */
public record Keyset<E, K>(
        String collection, String from, String column, Function<E, K> key, Function<String, K> parse) {

    /**
     * One page, inside the transaction of a use case.
     *
     * @throws ProblemException 400, if the request's cursor is not one of this collection
     */
    public Uni<Page<E>> page(PanacheRepositoryBase<E, ?> rows, PageRequest request) {
        String order = " order by " + column;
        PanacheQuery<E> query = request.position(collection, parse)
                .map(after -> rows.find(from + " where " + column + " > ?1" + order, after))
                .orElseGet(() -> rows.find(from + order));
        // Both ends count: one row more than the page holds, which shows whether there is a next one.
        return query.range(0, request.limit()).<E>list().map(found -> Page.of(found, request, collection, key));
    }
}
