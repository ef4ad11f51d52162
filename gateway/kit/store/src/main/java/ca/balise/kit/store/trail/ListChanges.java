package ca.balise.kit.store.trail;

import ca.balise.kit.http.page.Page;
import ca.balise.kit.http.page.PageRequest;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.InstitutionScope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Lists the changes that the caller may see, in order, from a place on. The place after the last change is given even where there is
 * nothing after it yet, so that whoever asks again from there misses nothing and meets nothing twice: a change gets its number under a
 * lock that lasts to its commit, and none with a lower number comes later.
 */
@ApplicationScoped
class ListChanges {

    private static final String COLLECTION = "events";

    private final InstitutionScope scope;
    private final AuditTrail trail;

    ListChanges(InstitutionScope scope, AuditTrail trail) {
        this.scope = scope;
        this.trail = trail;
    }

    /**
     * One page, whose cursor is never absent.
     *
     * @throws ProblemException 400, if the request's cursor is not one of this collection
     */
    Uni<Page<ChangeEvent>> list(Caller caller, PageRequest request) {
        long after = request.position(COLLECTION, Long::valueOf).orElse(0L);
        return scope.read(caller, session -> page(session, after, request.limit()));
    }

    private Uni<Page<ChangeEvent>> page(Mutiny.Session session, long after, int limit) {
        // The head first: what is appended between the two questions is on this page or on the next, never before it.
        return trail.head(session)
                .flatMap(head -> trail.after(session, after, AuditEventFilter.NONE, limit)
                        .map(found -> Page.open(
                                found.stream().map(ChangeEvent::of).toList(),
                                COLLECTION,
                                next(found, limit, Math.max(after, head)))));
    }

    /** Others' changes are not walked through again: a page that is not full was the last up to the head. */
    private static long next(List<AuditEvent> found, int limit, long head) {
        long last = found.isEmpty() ? 0 : found.getLast().sequence();
        return found.size() == limit ? last : Math.max(last, head);
    }
}
