package ca.balise.kit.http.limits;

import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.problem.ProblemWriter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;

/**
 * Refuses an address that is too long or is none, and headers that are too large, with a problem. The framework would answer them
 * without a word: it is told to let them pass up to sixteen times these limits, and not to look at addresses at all.
 */
public class ReadableHead {

    /** What every recipient should at least read (RFC 9110 §4.1). */
    static final int ADDRESS_LIMIT = 8_000;

    /** Names and values together, in characters: a token, and room for what proxies add. */
    static final int HEADERS_LIMIT = 20_480;

    /** After the trace identifier (10 000) and the door's own, stricter rule (5 000), before authentication (200). */
    private static final int BEFORE_THE_GUARD = 4_000;

    private final ProblemWriter problems;

    ReadableHead(ProblemWriter problems) {
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::judge, BEFORE_THE_GUARD);
    }

    private void judge(RoutingContext context) {
        refusal(context.request())
                .ifPresentOrElse(refusal -> problems.answer(new ProblemException(refusal), context), context::next);
    }

    private static Optional<CommonProblem> refusal(HttpServerRequest request) {
        if (request.uri().length() > ADDRESS_LIMIT) {
            return Optional.of(CommonProblem.URI_TOO_LONG);
        }
        long headers = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            headers += header.getKey().length() + header.getValue().length();
        }
        if (headers > HEADERS_LIMIT) {
            return Optional.of(CommonProblem.HEADERS_TOO_LARGE);
        }
        return isAddress(request.uri()) ? Optional.empty() : Optional.of(CommonProblem.MALFORMED_REQUEST);
    }

    private static boolean isAddress(String target) {
        try {
            return !new URI(target).toString().isEmpty();
        } catch (URISyntaxException none) {
            return false;
        }
    }
}
