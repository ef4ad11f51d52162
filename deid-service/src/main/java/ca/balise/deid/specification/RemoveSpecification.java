package ca.balise.deid.specification;

import ca.balise.deid.DeidProblem;
import ca.balise.deid.specification.store.SpecificationEntity;
import ca.balise.kit.http.conditional.IfMatch;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.InstitutionScope;
import ca.balise.kit.store.RowLock;
import ca.balise.kit.store.audit.Change;
import ca.balise.kit.store.audit.ChangeRecord;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Use case: remove a specification of the caller's institution. A score that has begun with it goes on; a later one finds none. */
@ApplicationScoped
public class RemoveSpecification {

    private final InstitutionScope scope;

    RemoveSpecification(InstitutionScope scope) {
        this.scope = scope;
    }

    /**
     * Removes a specification.
     *
     * @throws ProblemException 404, if the caller may see none with this id; 412, if it is not as the caller read it
     */
    public Uni<Void> remove(Caller caller, UUID id, IfMatch condition) {
        return scope.write(
                        caller,
                        session -> RowLock.on("specification", id)
                                .chain(() -> session.find(SpecificationEntity.class, id))
                                .onItem()
                                .ifNull()
                                .failWith(() -> new ProblemException(DeidProblem.SPECIFICATION_NOT_FOUND))
                                .invoke(entity -> condition.check(entity.version()))
                                .chain(entity -> session.remove(entity).replaceWith(Change.of(id, removed(entity)))))
                .replaceWithVoid();
    }

    private static ChangeRecord removed(SpecificationEntity entity) {
        return new ChangeRecord("specification.removed", entity.institution(), "specification", entity.id());
    }
}
