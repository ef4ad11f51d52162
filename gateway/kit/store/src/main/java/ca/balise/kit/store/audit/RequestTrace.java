package ca.balise.kit.store.audit;

import ca.balise.kit.http.trace.TraceId;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The trace identifier of the request at hand. */
@ApplicationScoped
class RequestTrace {

    private final CurrentVertxRequest request;

    RequestTrace(CurrentVertxRequest request) {
        this.request = request;
    }

    /** The identifier; {@code null} for work that no request asked for. */
    @Nullable
    String current() {
        if (!Arc.container().requestContext().isActive()) {
            return null;
        }
        RoutingContext current = request.getCurrent();
        return current == null ? null : TraceId.of(current);
    }
}
