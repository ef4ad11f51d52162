package ca.balise.kit.store.trail;

import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.InstitutionScope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Reads one recorded event. */
@ApplicationScoped
class ReadAuditEvent {

    private final InstitutionScope scope;
    private final AuditTrail trail;

    ReadAuditEvent(InstitutionScope scope, AuditTrail trail) {
        this.scope = scope;
        this.trail = trail;
    }

    /**
     * The event with this id.
     *
     * @throws ProblemException 404, if there is none that the caller may see
     */
    Uni<AuditEvent> read(Caller caller, UUID id) {
        return scope.read(caller, session -> trail.withId(session, id))
                .map(found -> found.orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND)));
    }
}
