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
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Use case: keep a specification, so that raw data can name it. */
@ApplicationScoped
public class KeepSpecification {

    private final CheckSpecification check;
    private final InstitutionScope scope;
    private final ObjectMapper json;
    private final Clock clock;

    KeepSpecification(CheckSpecification check, InstitutionScope scope, ObjectMapper json, Clock clock) {
        this.check = check;
        this.scope = scope;
        this.json = json;
        this.clock = clock;
    }

    public Uni<KeptSpecification> keep(Caller caller, @Nullable Specification specification) {
        if (specification == null) {
            throw new ProblemException(DeidProblem.SPECIFICATION_MISSING);
        }
        check.check(specification, "");
        var entity = new SpecificationEntity(
                // The database keeps microseconds: what is answered now must be what is read later.
                caller.requireInstitution(), clock.instant().truncatedTo(ChronoUnit.MICROS), write(specification));
        return scope.write(
                caller,
                session -> session.persist(entity)
                        .map(_ -> new KeptSpecification(entity.id(), entity.createdAt(), specification)));
    }

    private String write(Specification specification) {
        try {
            return json.writeValueAsString(specification);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read as JSON can be written as JSON", e);
        }
    }
}
