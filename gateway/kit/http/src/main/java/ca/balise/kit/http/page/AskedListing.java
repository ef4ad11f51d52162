package ca.balise.kit.http.page;

import ca.balise.kit.http.page.Listing.Filter;
import ca.balise.kit.http.problem.ProblemException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads what was asked of a list, against what its {@link Listing} allows. */
final class AskedListing {

    /** The parameter that says by what to sort. */
    static final String SORT = "sort";

    /** Each value is one more condition of a query; more than an enum has constants nobody needs. */
    static final int MOST_VALUES = 20;

    private final Listing allowed;
    private final MultivaluedMap<String, String> asked;

    AskedListing(Listing allowed, MultivaluedMap<String, String> asked) {
        this.allowed = allowed;
        this.asked = asked;
    }

    /**
     * The order asked for.
     *
     * @throws ProblemException 400 naming {@code sort} and what is allowed, if it is no key of this collection
     */
    Order order() {
        String sort = asked.getFirst(SORT);
        if (sort == null) {
            return Order.OWN;
        }
        List<String> keys = List.of(allowed.sortedBy());
        boolean descending = sort.startsWith("-");
        String key = descending ? sort.substring(1) : sort;
        if (!keys.contains(key)) {
            List<String> both =
                    keys.stream().flatMap(each -> Stream.of(each, "-" + each)).toList();
            throw PageParameters.fault(SORT, "NOT_A_SORT_KEY", String.join(", ", both));
        }
        return new Order(key.equals(keys.getFirst()) ? null : key, descending);
    }

    /**
     * The values asked for, by filter; each once and in order, an enum's as its constants are named.
     *
     * @throws ProblemException 400 naming the filter and what is allowed, if a value is not
     */
    SortedMap<String, List<String>> filters() {
        SortedMap<String, List<String>> filters = new TreeMap<>();
        for (Filter filter : allowed.filteredBy()) {
            List<String> values = asked.getOrDefault(filter.name(), List.of());
            if (values.size() > MOST_VALUES) {
                throw PageParameters.fault(filter.name(), "TOO_MANY_VALUES", MOST_VALUES);
            }
            if (!values.isEmpty()) {
                var read = new TreeSet<String>();
                values.forEach(value -> read.add(read(filter, value)));
                filters.put(filter.name(), new ArrayList<>(read));
            }
        }
        return filters;
    }

    private static String read(Filter filter, String value) {
        Class<?> kind = filter.of();
        if (kind.isEnum()) {
            return oneOf(filter, WireNames.of(kind), value);
        }
        if (kind == Boolean.class) {
            return oneOf(filter, Map.of("true", "true", "false", "false"), value);
        }
        if (kind == UUID.class) {
            try {
                return UUID.fromString(value).toString();
            } catch (IllegalArgumentException notOne) {
                throw PageParameters.fault(filter.name(), "NOT_AN_ID");
            }
        }
        if (!value.matches(filter.pattern())) {
            throw PageParameters.fault(filter.name(), "NOT_OF_THE_FORM", filter.pattern());
        }
        return value;
    }

    private static String oneOf(Filter filter, Map<String, String> names, String value) {
        String name = names.get(value);
        if (name == null) {
            throw PageParameters.fault(filter.name(), "NOT_ONE_OF", String.join(", ", names.keySet()));
        }
        return name;
    }
}
