package ca.balise.kit.store.trail;

import ca.balise.kit.http.page.Page;
import ca.balise.kit.http.page.PageRequest;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.InstitutionScope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Lists the recorded events that the caller may see, a page at a time, in the order in which they were recorded. */
@ApplicationScoped
class ListAuditEvents {

    private static final String COLLECTION = "audit-events";

    private final InstitutionScope scope;
    private final AuditTrail trail;

    ListAuditEvents(InstitutionScope scope, AuditTrail trail) {
        this.scope = scope;
        this.trail = trail;
    }

    /**
     * One page.
     *
     * @throws ProblemException 400, if the request's cursor is not one of this collection
     */
    Uni<Page<AuditEvent>> list(Caller caller, AuditEventFilter filter, PageRequest request) {
        long after = request.position(COLLECTION, Long::valueOf).orElse(0L);
        // One more than the page holds shows whether there is a next one.
        return scope.read(caller, session -> trail.after(session, after, filter, request.limit() + 1))
                .map(found -> Page.of(found, request, COLLECTION, AuditEvent::sequence));
    }
}
