package ca.balise.deid.specification;

import ca.balise.deid.DeidProblem;
import ca.balise.deid.specification.store.SpecificationEntity;
import ca.balise.kit.http.problem.Members;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.InstitutionScope;
import ca.balise.kit.store.audit.Change;
import ca.balise.kit.store.audit.ChangeRecord;
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
        requireNoValues(specification);
        String institution = caller.requireInstitution();
        var entity = new SpecificationEntity(
                // The database keeps microseconds: what is answered now must be what is read later.
                institution, clock.instant().truncatedTo(ChronoUnit.MICROS), write(specification));
        return scope.write(
                caller,
                session -> session.persist(entity).map(_ -> {
                    var kept = new KeptSpecification(entity.id(), entity.version(), entity.createdAt(), specification);
                    return Change.of(
                            kept, new ChangeRecord("specification.kept", institution, "specification", kept.id()));
                }));
    }

    /** What is kept describes data; it holds no value of theirs, not even in an order, a hierarchy or a table. */
    private static void requireNoValues(Specification specification) {
        var members = new Members(DeidProblem.INVALID_SPECIFICATION, CheckSpecification.class, "");
        specification.membersWithValues().forEach(pointer -> members.fault(pointer, "HOLDS_VALUES"));
        members.throwIfAny();
    }

    private String write(Specification specification) {
        try {
            return json.writeValueAsString(specification);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read as JSON can be written as JSON", e);
        }
    }
}
