package ca.balise.edge.relay;

import ca.balise.edge.problem.DoorProblem;
import ca.balise.edge.route.model.Route;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.ext.web.RoutingContext;

/** How one exchange went, for the metrics. */
final class Observed {

    private static final String PASSED = "PASSED";

    private final MeterRegistry metrics;
    private final Route route;
    private String outcome = PASSED;

    private Observed(MeterRegistry metrics, Route route) {
        this.metrics = metrics;
        this.route = route;
    }

    /** From now on, until the answer has ended. */
    static Observed from(MeterRegistry metrics, Route route, RoutingContext context) {
        var observed = new Observed(metrics, route);
        var clock = Timer.start(metrics);
        context.addEndHandler(end -> {
            if (end.failed()) {
                observed.went("CALLER_LEFT");
            }
            clock.stop(RelayMetrics.EXCHANGES.timer(metrics, route.name(), observed.outcome));
            RelayMetrics.RECEIVED.counter(metrics, route.name()).increment((double)
                    context.request().bytesRead());
            RelayMetrics.SENT.counter(metrics, route.name()).increment((double)
                    context.response().bytesWritten());
        });
        return observed;
    }

    /** The service did not answer, whatever the caller can still be told. */
    static void failed(MeterRegistry metrics, Route route, DoorProblem reason) {
        RelayMetrics.FAILURES.counter(metrics, route.name(), reason.name()).increment();
    }

    void refused() {
        went("REFUSED");
    }

    /** Whether it is news: a connection that ends is told from more than one side. */
    boolean brokeOff() {
        boolean news = went("BROKE_OFF");
        if (news) {
            failed(metrics, route, DoorProblem.SERVICE_BROKE_OFF);
        }
        return news;
    }

    /** The first thing that goes wrong decides: the rest follows from it. */
    private boolean went(String wrong) {
        boolean first = outcome.equals(PASSED);
        if (first) {
            outcome = wrong;
        }
        return first;
    }
}
