package ca.balise.kit.http.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.CharConversionException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure that reaches REST, as a problem. */
public class ProblemMappers {

    private final ProblemWriter problems;
    private final AllowedMethods allowed;

    ProblemMappers(ProblemWriter problems, AllowedMethods allowed) {
        this.problems = problems;
        this.allowed = allowed;
    }

    @ServerExceptionMapper
    public Response known(ProblemException failure, RoutingContext request) {
        return problems.response(failure, request);
    }

    /** Both named: the framework has a mapper of its own for the second, and the nearest class wins. */
    @ServerExceptionMapper(
            value = {JsonProcessingException.class, MismatchedInputException.class},
            priority = Priorities.USER - 1)
    public Response unreadable(JsonProcessingException failure, RoutingContext request) {
        return problems.response(JsonFailure.problem(failure), request);
    }

    /** Text in no encoding of Unicode, found before its first character is known: it is none of Jackson's own failures. */
    @ServerExceptionMapper(priority = Priorities.USER - 1)
    public Response undecodable(CharConversionException failure, RoutingContext request) {
        return problems.response(new ProblemException(CommonProblem.MALFORMED_JSON, 1, 1), request);
    }

    /** What the framework refuses by itself: routes, methods, media types, bodies it could not read. */
    @ServerExceptionMapper(priority = Priorities.USER - 1)
    public Response refused(WebApplicationException failure, RoutingContext request) {
        if (failure.getCause() instanceof JsonProcessingException json) {
            return unreadable(json, request);
        }
        if (failure.getCause() instanceof ProblemException known) {
            return known(known, request);
        }
        int status = failure.getResponse().getStatus();
        if (status < 400) {
            return failure.getResponse();
        }
        var problem = new ProblemException(CommonProblem.ofStatus(status));
        if (status == 405) {
            problem.with(HttpHeaders.ALLOW, allowed.at(request.normalizedPath()));
        }
        return problems.response(problem, request);
    }

    @ServerExceptionMapper(
            value = {UnauthorizedException.class, AuthenticationFailedException.class},
            priority = Priorities.USER - 1)
    public Response unauthenticated(RoutingContext request) {
        return problems.response(ProblemException.unauthenticated(), request);
    }

    @ServerExceptionMapper(value = ForbiddenException.class, priority = Priorities.USER - 1)
    public Response forbidden(RoutingContext request) {
        return problems.response(new ProblemException(CommonProblem.FORBIDDEN), request);
    }

    @ServerExceptionMapper(priority = Priorities.USER - 1)
    public Response unexpected(Throwable failure, RoutingContext request) {
        FailureLog.unexpected(failure, request);
        return problems.response(new ProblemException(CommonProblem.INTERNAL_ERROR), request);
    }
}
