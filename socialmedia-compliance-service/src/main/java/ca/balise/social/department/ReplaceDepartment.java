package ca.balise.social.department;

import ca.balise.kit.http.conditional.IfMatch;
import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.InstitutionScope;
import ca.balise.kit.store.audit.Change;
import ca.balise.kit.store.audit.ChangeRecord;
import ca.balise.social.UniqueConstraint;
import ca.balise.social.department.model.Department;
import ca.balise.social.department.model.DepartmentDetails;
import ca.balise.social.department.model.Parent;
import ca.balise.social.department.store.DepartmentRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Replaces what is stated of a department or a sub-unit, whole. */
@ApplicationScoped
public class ReplaceDepartment {

    private final InstitutionScope scope;
    private final CheckDepartment check;
    private final CheckParent parent;
    private final DepartmentRepository departments;

    ReplaceDepartment(
            InstitutionScope scope, CheckDepartment check, CheckParent parent, DepartmentRepository departments) {
        this.scope = scope;
        this.check = check;
        this.parent = parent;
        this.departments = departments;
    }

    /**
     * Replaces a department.
     *
     * @throws ProblemException 422 with a violation for each member at fault, the institution among them if it is another one than
     *     before; 404, if the caller may see no such department; 412, if it changed since the caller read it
     */
    public Uni<Department> replace(Caller caller, UUID id, IfMatch condition, @Nullable NewDepartment described) {
        DepartmentDetails details = check.check(described);
        return scope.write(
                        caller,
                        session -> locked(id, details)
                                .invoke(found -> requireReplaceable(found, condition, details))
                                .chain(() -> requireOneLevel(id, details))
                                .chain(() -> parent.require(details))
                                .chain(() -> departments.replace(id, details))
                                .map(replaced -> Change.of(replaced, record(replaced))))
                .onFailure(UniqueConstraint.named("uq_department_org_number"))
                .transform(_ -> check.fault("/orgNumber", "ORG_NUMBER_TAKEN"));
    }

    /** Together with the department named, and in one statement: two that name each other would wait for each other. */
    private Uni<Optional<Department>> locked(UUID id, DepartmentDetails details) {
        Parent named = details.parent();
        return named == null ? departments.withIdLocked(id) : departments.withIdLocked(id, named.id());
    }

    private static ChangeRecord record(Department replaced) {
        return new ChangeRecord(
                "department.replaced",
                replaced.details().institution(),
                "department",
                replaced.id(),
                Map.of("version", replaced.version()));
    }

    private void requireReplaceable(Optional<Department> found, IfMatch condition, DepartmentDetails details) {
        Department department = found.orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
        condition.check(department.version());
        if (!department.details().institution().equals(details.institution())) {
            throw check.fault("/institution", "INSTITUTION_CHANGED");
        }
    }

    /** Who registers a sub-unit of this department meanwhile waits for the lock, and then finds a sub-unit. */
    private Uni<Void> requireOneLevel(UUID id, DepartmentDetails details) {
        Parent named = details.parent();
        if (named == null) {
            return Uni.createFrom().voidItem();
        }
        if (named.id().equals(id)) {
            throw check.fault("/parent/id", "ITSELF");
        }
        return departments
                .hasSubUnits(id)
                .invoke(has -> {
                    if (has) {
                        throw check.fault("/parent", "HAS_SUB_UNITS");
                    }
                })
                .replaceWithVoid();
    }
}
