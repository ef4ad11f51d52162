package ca.balise.kit.http.problem;

import ca.balise.kit.http.language.Language;
import ca.balise.kit.http.observe.HttpMetrics;
import ca.balise.kit.http.trace.TraceId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** Writes a problem, in the language of the caller, wherever in the stack the failure was noticed. */
@ApplicationScoped
public class ProblemWriter {

    private final ObjectMapper mapper;
    private final MeterRegistry metrics;

    ProblemWriter(ObjectMapper mapper, MeterRegistry metrics) {
        this.mapper = mapper;
        this.metrics = metrics;
    }

    /** The problem as a REST response. */
    public Response response(ProblemException failure, RoutingContext request) {
        Language language = language(request);
        var response = Response.status(failure.type().status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE.toString(), language.tag())
                .header(HttpHeaders.CACHE_CONTROL.toString(), "no-store")
                .entity(problem(failure, request, language));
        failure.headers().forEach(response::header);
        return response.build();
    }

    /** Answers with the problem below REST: before routing, or where no resource answers. */
    public void answer(ProblemException failure, RoutingContext request) {
        HttpServerResponse response = request.response();
        if (response.headWritten() || response.closed()) {
            // Too late to say anything: the caller must see the answer break off, not end as if it were whole.
            request.request().connection().close();
            return;
        }
        Language language = language(request);
        response.setStatusCode(failure.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        failure.headers().forEach(response::putHeader);
        response.end(json(problem(failure, request, language)));
    }

    private static Language language(RoutingContext request) {
        return Language.negotiate(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private Problem problem(ProblemException failure, RoutingContext request, Language language) {
        HttpMetrics.PROBLEMS.counter(metrics, failure.type().name()).increment();
        return Problem.of(failure, language, request.request().path(), TraceId.of(request));
    }

    private String json(Problem problem) {
        try {
            return mapper.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is always writable", e);
        }
    }
}
