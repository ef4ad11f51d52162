package ca.balise.edge.route.model;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The routes by their first segment. A path belongs to a route if its whole first segment is the route's: {@code /deidentify} is not {@code /deid}. */
public final class RouteTable {

    private final Map<String, Route> byPrefix;

    /**
     * A table of these routes.
     *
     * @throws IllegalArgumentException if two routes share a prefix: a path would belong to both
     */
    public RouteTable(Collection<Route> routes) {
        byPrefix = routes.stream()
                .collect(Collectors.toUnmodifiableMap(Route::prefix, Function.identity(), (one, other) -> {
                    throw new IllegalArgumentException(
                            "routes " + one.name() + " and " + other.name() + " share the prefix " + one.prefix());
                }));
    }

    /**
     * The route that a path belongs to.
     *
     * @param path plain, see {@link PlainPath}
     */
    public Optional<Route> find(String path) {
        int end = path.indexOf('/', 1);
        return Optional.ofNullable(byPrefix.get(end < 0 ? path : path.substring(0, end)));
    }
}
