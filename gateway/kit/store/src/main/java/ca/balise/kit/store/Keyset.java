package ca.balise.kit.store;

import ca.balise.kit.http.page.Order;
import ca.balise.kit.http.page.Page;
import ca.balise.kit.http.page.PageRequest;
import ca.balise.kit.http.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a collection is read in pages: after the row seen last, not after a count of rows. A row that is inserted or deleted between
 * two pages moves no other one: none that was there throughout is missed, and none is seen twice. One whose sort value changes
 * meanwhile moves, and may be seen twice or not at all.
 *
 * <p>The order is that of the sort key and, among rows of the same value, of the collection's own key; both turn round together.
 * Rows without the value come last, whichever way round.
 *
 * <p>What it is sorted by stands in the cursor, and so in addresses and logs: nothing of a person may be.
 */
public final class Keyset<E, K> {

    private final String collection;
    private final String from;
    private final Sort<E> own;
    private final Function<String, K> parse;
    private final Map<String, Sort<E>> sorts;
    private final Map<String, Filter> filters;

    private record Sort<E>(
            String column,
            Function<E, ? extends @Nullable Object> value,
            Function<String, ?> parse,
            boolean nullable) {}

    private record Filter(String condition, Function<String, ?> parse) {}

    /** The row seen last: its key, and its sort value as text. */
    private record Place(Object key, @Nullable Object value) {}

    /**
     * A collection in its own order.
     *
     * @param collection a name for the collection; a cursor of another one is refused
     * @param from what is read, in HQL, for example {@code from MeasureEntity m}
     * @param column its own key, in HQL: different for each row, never null, never changed; for example {@code m.id}
     * @param key the same of a row
     * @param parse reads a key from its text; an {@link IllegalArgumentException} says that it is none
     */
    public Keyset(String collection, String from, String column, Function<E, K> key, Function<String, K> parse) {
        this(collection, from, new Sort<>(column, key, parse, false), parse, Map.of(), Map.of());
    }

    private Keyset(
            String collection,
            String from,
            Sort<E> own,
            Function<String, K> parse,
            Map<String, Sort<E>> sorts,
            Map<String, Filter> filters) {
        this.collection = collection;
        this.from = from;
        this.own = own;
        this.parse = parse;
        this.sorts = sorts;
        this.filters = filters;
    }

    /**
     * The same, which may also be sorted by another key.
     *
     * @param name the key in {@code ?sort=}
     * @param column in HQL, never null; for example {@code m.name}
     * @param value the same of a row
     * @param valueOf reads a value from the text that {@code toString} gives
     */
    public <V> Keyset<E, K> sortedBy(String name, String column, Function<E, V> value, Function<String, V> valueOf) {
        return with(name, new Sort<>(column, value, valueOf, false));
    }

    /** The same as {@link #sortedBy}, for a column that may be null: rows without a value come last, whichever way round. */
    public <V> Keyset<E, K> sortedByNullable(
            String name, String column, Function<E, @Nullable V> value, Function<String, V> valueOf) {
        return with(name, new Sort<>(column, value, valueOf, true));
    }

    private Keyset<E, K> with(String name, Sort<E> sort) {
        Map<String, Sort<E>> more = new HashMap<>(sorts);
        more.put(name, sort);
        return new Keyset<>(collection, from, own, parse, Map.copyOf(more), filters);
    }

    /**
     * The same, which may also be filtered.
     *
     * @param name the query parameter
     * @param condition when a row has a value, in HQL, with a question mark for the value; for example {@code m.type = ?}
     * @param valueOf reads a value that the operation's {@code Listing} let pass
     */
    public Keyset<E, K> filteredBy(String name, String condition, Function<String, ?> valueOf) {
        Map<String, Filter> more = new HashMap<>(filters);
        more.put(name, new Filter(condition, valueOf));
        return new Keyset<>(collection, from, own, parse, sorts, Map.copyOf(more));
    }

    /**
     * One page, inside the transaction of a use case.
     *
     * @throws ProblemException 400, if the request's cursor is not one of this collection, order and filters
     * @throws IllegalArgumentException if the request sorts or filters by what this keyset has no column for
     */
    public Uni<Page<E>> page(PanacheRepositoryBase<E, ?> rows, PageRequest request) {
        Sort<E> sort = sort(request.order());
        Map<String, Object> values = new HashMap<>();
        List<String> conditions = new ArrayList<>();
        request.filters().forEach((name, wanted) -> conditions.add(condition(name, wanted, values)));
        request.position(collection, text -> place(text, sort))
                .ifPresent(
                        last -> conditions.add(after(last, sort, request.order().descending(), values)));
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        PanacheQuery<E> query =
                rows.find(from + where + orderBy(sort, request.order().descending()), values);
        // Both ends count: one row more than the page holds, which shows whether there is a next one.
        return query.range(0, request.limit())
                .<E>list()
                .map(found -> Page.of(found, request, collection, row -> text(row, sort)));
    }

    private Sort<E> sort(Order order) {
        if (order.key() == null) {
            return own;
        }
        Sort<E> sort = sorts.get(order.key());
        if (sort == null) {
            throw new IllegalArgumentException(collection + " is not sorted by " + order.key());
        }
        return sort;
    }

    private String condition(String name, List<String> wanted, Map<String, Object> values) {
        Filter filter = filters.get(name);
        if (filter == null) {
            throw new IllegalArgumentException(collection + " is not filtered by " + name);
        }
        var any = new StringJoiner(" or ", "(", ")");
        for (String value : wanted) {
            String parameter = "value" + values.size();
            values.put(parameter, filter.parse().apply(value));
            any.add(filter.condition().replace("?", ":" + parameter));
        }
        return any.toString();
    }

    private String after(Place last, Sort<E> sort, boolean descending, Map<String, Object> values) {
        String beyond = descending ? " < " : " > ";
        values.put("lastKey", last.key());
        String sameValue = own.column() + beyond + ":lastKey";
        if (sort.equals(own)) {
            return sameValue;
        }
        if (last.value() == null) {
            return "(" + sort.column() + " is null and " + sameValue + ")";
        }
        values.put("lastValue", last.value());
        return "(" + sort.column() + beyond + ":lastValue or (" + sort.column() + " = :lastValue and " + sameValue + ")"
                + (sort.nullable() ? " or " + sort.column() + " is null)" : ")");
    }

    private String orderBy(Sort<E> sort, boolean descending) {
        String way = descending ? " desc" : " asc";
        String first = sort.equals(own) ? "" : sort.column() + way + (sort.nullable() ? " nulls last, " : ", ");
        return " order by " + first + own.column() + way;
    }

    /** In the own order the key alone; in another one the length of the key, the key, and the value where there is one. */
    private String text(E row, Sort<E> sort) {
        String key = String.valueOf(own.value().apply(row));
        if (sort.equals(own)) {
            return key;
        }
        Object value = sort.value().apply(row);
        return key.length() + ":" + key + (value == null ? "" : "=" + value);
    }

    private Place place(String text, Sort<E> sort) {
        if (sort.equals(own)) {
            return new Place(read(parse, text), null);
        }
        int colon = text.indexOf(':');
        int length = Integer.parseInt(text, 0, Math.max(colon, 0), 10);
        String rest = text.substring(colon + 1);
        if (length < 0
                || length > rest.length()
                || (length == rest.length() ? !sort.nullable() : rest.charAt(length) != '=')) {
            throw new IllegalArgumentException("no place in " + collection);
        }
        return new Place(
                read(parse, rest.substring(0, length)),
                length == rest.length() ? null : read(sort.parse(), rest.substring(length + 1)));
    }

    private static <V> V read(Function<String, V> parse, String text) {
        try {
            return parse.apply(text);
        } catch (DateTimeException noDate) {
            throw new IllegalArgumentException("no date", noDate);
        }
    }
}
