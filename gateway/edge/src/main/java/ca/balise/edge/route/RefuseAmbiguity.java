package ca.balise.edge.route;

import ca.balise.edge.problem.DoorProblem;
import ca.balise.edge.route.model.PlainPath;
import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.problem.ProblemWriter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Refuses, before anyone judges it, a request that the door and a service might read differently. */
public class RefuseAmbiguity {

    /** After the trace identifier (10 000), before authentication (200). */
    private static final int BEFORE_THE_GUARD = 5_000;

    /** CONNECT would turn a connection to a service into a tunnel; TRACE would show a caller what the door adds. */
    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.OPTIONS,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE);

    private static final String ALLOW = "GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE";

    private final ProblemWriter problems;

    RefuseAmbiguity(ProblemWriter problems) {
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::judge, BEFORE_THE_GUARD);
    }

    private void judge(RoutingContext context) {
        refusal(context.request()).ifPresentOrElse(refusal -> problems.answer(refusal, context), context::next);
    }

    private static Optional<ProblemException> refusal(HttpServerRequest request) {
        if (!PlainPath.isPlain(request.uri())) {
            return Optional.of(new ProblemException(DoorProblem.AMBIGUOUS_PATH));
        }
        if (!hasOneHost(request) || !hasOneTokenAtMost(request) || !hasPlainFraming(request)) {
            return Optional.of(new ProblemException(DoorProblem.AMBIGUOUS_HEADERS));
        }
        if (!METHODS.contains(request.method())) {
            return Optional.of(new ProblemException(CommonProblem.METHOD_NOT_ALLOWED).with("Allow", ALLOW));
        }
        return Optional.empty();
    }

    private static boolean hasOneHost(HttpServerRequest request) {
        List<String> hosts = request.headers().getAll(HttpHeaders.HOST);
        if (hosts.isEmpty()) {
            return request.version() == HttpVersion.HTTP_1_0;
        }
        return hosts.size() == 1 && request.authority() != null;
    }

    /** With two, the door could verify one and the service believe the other. */
    private static boolean hasOneTokenAtMost(HttpServerRequest request) {
        return request.headers().getAll(HttpHeaders.AUTHORIZATION).size() <= 1;
    }

    /** A coding that the door does not undo would be lost on the way; two framings are how a request is smuggled inside another. */
    private static boolean hasPlainFraming(HttpServerRequest request) {
        List<String> codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        if (codings.isEmpty()) {
            return true;
        }
        return codings.size() == 1
                && codings.getFirst().equalsIgnoreCase("chunked")
                && request.version() == HttpVersion.HTTP_1_1
                && !request.headers().contains(HttpHeaders.CONTENT_LENGTH);
    }
}
