package ca.balise.deid.specification;

import ca.balise.deid.DeidProblem;
import ca.balise.deid.specification.store.SpecificationEntity;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.InstitutionScope;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Use case: find a specification of the caller's institution. Another institution's is as absent as one that never was. */
@ApplicationScoped
public class FindSpecification {

    private final InstitutionScope scope;
    private final ObjectMapper json;

    FindSpecification(InstitutionScope scope, ObjectMapper json) {
        this.scope = scope;
        this.json = json;
    }

    public Uni<KeptSpecification> find(Caller caller, UUID id) {
        return scope.read(caller, session -> session.find(SpecificationEntity.class, id))
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(DeidProblem.SPECIFICATION_NOT_FOUND))
                .map(this::read);
    }

    private KeptSpecification read(SpecificationEntity entity) {
        try {
            return new KeptSpecification(
                    entity.id(),
                    entity.version(),
                    entity.createdAt(),
                    json.readValue(entity.body(), Specification.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored specification is readable", e);
        }
    }
}
