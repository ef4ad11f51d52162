package ca.balise.edge.route;

import ca.balise.kit.http.observe.RouteName;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/** Metrics and traces know a request that is passed on by its route, not by its path. */
public class NameForMetrics {

    /** After the kit has named it unrouted (11 000), and before anything can refuse it. */
    private static final int FIRST = 9_500;

    private final FindRoute routes;

    NameForMetrics(FindRoute routes) {
        this.routes = routes;
    }

    void register(@Observes Filters filters) {
        filters.register(this::name, FIRST);
    }

    private void name(RoutingContext context) {
        routes.of(context.request().path()).ifPresent(route -> RouteName.give(context, route.prefix() + "/{path}"));
        context.next();
    }
}
