package ca.balise.edge.portal;

import ca.balise.edge.route.Routes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;

/** The contracts that can be read through this door: one for each route, so that a service added in configuration is offered too. */
@ApplicationScoped
class OfferContracts {

    private final List<OfferedContract> contracts;

    OfferContracts(Routes routes) {
        contracts = routes.byName().entrySet().stream()
                .map(route ->
                        new OfferedContract(route.getKey(), route.getValue().prefix() + "/openapi"))
                .sorted(Comparator.comparing(OfferedContract::name))
                .toList();
    }

    List<OfferedContract> all() {
        return contracts;
    }
}
