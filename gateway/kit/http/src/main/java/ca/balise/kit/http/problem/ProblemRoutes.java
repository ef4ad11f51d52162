package ca.balise.kit.http.problem;

import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** The same problems below REST: what no route answers, and what fails before or beside REST. */
public class ProblemRoutes {

    private final ProblemWriter problems;

    ProblemRoutes(ProblemWriter problems) {
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE + 100).failureHandler(this::failed);
        router.route()
                .order(Integer.MAX_VALUE - 100)
                .handler(request -> problems.answer(new ProblemException(CommonProblem.NOT_FOUND), request));
    }

    private void failed(RoutingContext request) {
        problems.answer(problem(request.failure(), request), request);
    }

    private static ProblemException problem(@Nullable Throwable failure, RoutingContext request) {
        return switch (failure) {
            case null -> new ProblemException(CommonProblem.ofStatus(request.statusCode()));
            case ProblemException known -> known;
            case UnauthorizedException _, AuthenticationException _ -> ProblemException.unauthenticated();
            case ForbiddenException _ -> new ProblemException(CommonProblem.FORBIDDEN);
            case RejectedExecutionException _ ->
                new ProblemException(CommonProblem.UNAVAILABLE).with("Retry-After", "1");
            // The router refuses by itself what it cannot read, such as a Host header that names no host.
            case Throwable _
            when request.statusCode() >= 400 && request.statusCode() < 500 ->
                new ProblemException(CommonProblem.ofStatus(request.statusCode()));
            default -> unexpected(failure, request);
        };
    }

    private static ProblemException unexpected(Throwable failure, RoutingContext request) {
        FailureLog.unexpected(failure, request);
        return new ProblemException(CommonProblem.INTERNAL_ERROR);
    }
}
