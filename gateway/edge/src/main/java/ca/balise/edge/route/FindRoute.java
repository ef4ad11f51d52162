package ca.balise.edge.route;

import ca.balise.edge.route.model.Route;
import ca.balise.edge.route.model.RouteTable;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Finds the service that a path belongs to. Made at start, so that a route that cannot work stops the door from starting. */
@Startup
@ApplicationScoped
public class FindRoute {

    private final RouteTable table;

    FindRoute(Routes routes) {
        table = new RouteTable(routes.byName().entrySet().stream()
                .map(route -> Route.of(
                        route.getKey(),
                        route.getValue().prefix(),
                        route.getValue().address(),
                        route.getValue().audience()))
                .toList());
    }

    /**
     * The route of a path, if any service has it.
     *
     * @param path as on the request line; {@link RefuseAmbiguity} has let it through
     */
    public Optional<Route> of(String path) {
        return table.find(path);
    }
}
