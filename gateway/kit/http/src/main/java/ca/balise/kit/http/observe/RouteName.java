package ca.balise.kit.http.observe;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The name under which metrics and traces know a request: the template of the operation, which REST fills in once it has found one, and
 * until then a name for all others. Without it a request that is refused before it finds its operation would be counted under its own
 * path: identifiers have no place in metrics, and anyone could invent enough of them to fill the memory.
 */
public class RouteName {

    /** Where the framework's metrics and traces look for the name. */
    private static final String KEY = "UrlPathTemplate";

    /** A request that reached no operation: refused before, or no such address. */
    static final String UNROUTED = "/{unrouted}";

    /** Not counted at all: a method is a tag too, and this one may be any word. The problem it is answered with is counted. */
    static final String UNCOUNTED = "/unknown-method";

    /** Before anything can refuse the request. */
    private static final int FIRST = 11_000;

    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.OPTIONS,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE);

    private final Optional<String> contract;

    RouteName(@ConfigProperty(name = "quarkus.smallrye-openapi.path") Optional<String> contract) {
        this.contract = contract;
    }

    void register(@Observes Filters filters) {
        filters.register(this::name, FIRST);
    }

    /**
     * Names a request that no operation of this process answers, such as one that is passed on.
     *
     * @param name a template: nothing of the path that the caller could choose
     */
    public static void give(RoutingContext request, String name) {
        ((HttpServerRequestInternal) request.request())
                .context()
                .putLocal(KEY, METHODS.contains(request.request().method()) ? name : UNCOUNTED);
    }

    /** The name of a request: a template, nothing of its path. */
    public static String of(RoutingContext request) {
        String name = ((HttpServerRequestInternal) request.request()).context().getLocal(KEY);
        return name == null ? UNROUTED : name;
    }

    private void name(RoutingContext request) {
        String path = request.request().path();
        give(request, contract.filter(path::equals).orElse(UNROUTED));
        request.next();
    }
}
