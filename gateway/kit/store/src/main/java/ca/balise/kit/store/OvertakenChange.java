package ca.balise.kit.store;

import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.problem.ProblemWriter;
import io.vertx.ext.web.RoutingContext;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.hibernate.StaleStateException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * A change that another one overtook, noticed only as it was written: a row that was not locked before it was read. Nothing of it
 * is kept, and the fault is nobody's.
 */
public class OvertakenChange {

    private final ProblemWriter problems;

    OvertakenChange(ProblemWriter problems) {
        this.problems = problems;
    }

    @ServerExceptionMapper({OptimisticLockException.class, StaleStateException.class})
    public Response overtaken(RoutingContext request) {
        boolean conditional = request.request().headers().contains(HttpHeaders.IF_MATCH);
        return problems.response(
                new ProblemException(conditional ? CommonProblem.PRECONDITION_FAILED : CommonProblem.CONFLICT),
                request);
    }
}
