package ca.balise.edge.route;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/**
 * Counts requests by their route, not by their path: paths hold identifiers, which have no place in metrics, and anyone could invent
 * enough of them to fill the registry.
 */
public class NameForMetrics {

    /** Before anything can refuse the request. */
    private static final int FIRST = 9_500;

    private final FindRoute routes;

    NameForMetrics(FindRoute routes) {
        this.routes = routes;
    }

    void register(@Observes Filters filters) {
        filters.register(this::name, FIRST);
    }

    private void name(RoutingContext context) {
        String prefix =
                routes.of(context.request().path()).map(route -> route.prefix()).orElse("");
        context.request().routed(prefix + "/:path");
        context.next();
    }
}
