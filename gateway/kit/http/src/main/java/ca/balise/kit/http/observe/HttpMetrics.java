package ca.balise.kit.http.observe;

import java.util.List;

/** The metrics of every process. Requests themselves are counted by the framework, as {@code http.server.requests}. */
public final class HttpMetrics {

    public static final Metric PROBLEMS = Metric.ofCount(
            "balise.problems",
            "problems",
            "Problems answered, by their code in the catalogue. INTERNAL_ERROR is a fault of ours.",
            "code");

    public static final List<Metric> ALL = List.of(PROBLEMS);

    private HttpMetrics() {}
}
