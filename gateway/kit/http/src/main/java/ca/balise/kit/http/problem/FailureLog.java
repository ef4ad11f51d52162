package ca.balise.kit.http.problem;

import ca.balise.kit.http.observe.FailureTrail;
import ca.balise.kit.http.observe.RouteName;
import ca.balise.kit.http.trace.TraceId;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

/**
 * Logs a fault of ours: where it happened, never what it said. It is the one place of ours that logs at ERROR, and that means that a
 * person is called.
 */
public final class FailureLog {

    private static final Logger LOG = Logger.getLogger(FailureLog.class);

    private FailureLog() {}

    static void unexpected(Throwable failure, RoutingContext request) {
        TraceId.logAs(TraceId.of(request));
        LOG.errorf(
                FailureTrail.of(failure),
                "Request failed: %s %s",
                request.request().method(),
                RouteName.of(request));
    }

    /**
     * A fault in work that no request waits for.
     *
     * @param work what it was, in words of ours
     */
    public static void inBackground(String work, Throwable failure) {
        LOG.errorf(FailureTrail.of(failure), "%s failed", work);
    }
}
