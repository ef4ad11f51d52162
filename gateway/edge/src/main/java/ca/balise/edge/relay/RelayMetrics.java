package ca.balise.edge.relay;

import ca.balise.kit.http.observe.Metric;
import java.util.List;

/** The metrics of the relay. A route is one of the configured ones. */
public final class RelayMetrics {

    public static final Metric EXCHANGES = Metric.ofTime(
            "balise.relay.exchanges",
            "Requests that reached a service, until the last octet of the answer. The outcome is PASSED (whatever the service's status),"
                    + " REFUSED (a body too long, in mid-upload), BROKE_OFF (by the service) or CALLER_LEFT.",
            "route",
            "outcome");

    public static final Metric RECEIVED = Metric.ofCount(
            "balise.relay.received",
            "bytes",
            "Of the bodies of requests; counted once an exchange has ended.",
            "route");

    public static final Metric SENT = Metric.ofCount(
            "balise.relay.sent", "bytes", "Of the bodies of answers; counted once an exchange has ended.", "route");

    public static final Metric FAILURES = Metric.ofCount(
            "balise.relay.failures",
            "requests",
            "Requests that a service did not answer, by the code of the problem: SERVICE_UNREACHABLE, SERVICE_BUSY (shed: every"
                    + " connection is taken) or SERVICE_BROKE_OFF, also when the answer had begun and no problem could be answered.",
            "route",
            "reason");

    public static final List<Metric> ALL = List.of(EXCHANGES, RECEIVED, SENT, FAILURES);

    private RelayMetrics() {}
}
