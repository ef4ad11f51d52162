package ca.balise.social.department;

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
import org.jspecify.annotations.Nullable;

/** Registers a department or a sub-unit of one. */
@ApplicationScoped
public class RegisterDepartment {

    private final InstitutionScope scope;
    private final CheckDepartment check;
    private final CheckParent parent;
    private final DepartmentRepository departments;

    RegisterDepartment(
            InstitutionScope scope, CheckDepartment check, CheckParent parent, DepartmentRepository departments) {
        this.scope = scope;
        this.check = check;
        this.parent = parent;
        this.departments = departments;
    }

    /**
     * Registers a department.
     *
     * @throws ProblemException 422 with a violation for each member at fault
     */
    public Uni<Department> register(Caller caller, @Nullable NewDepartment described) {
        DepartmentDetails details = check.check(described);
        return scope.write(
                        caller,
                        session -> parent.require(details)
                                .chain(() -> departments.add(details))
                                .map(added -> Change.of(added, registered(added))))
                .onFailure(UniqueConstraint.named("uq_department_org_number"))
                .transform(_ -> check.fault("/orgNumber", "ORG_NUMBER_TAKEN"));
    }

    private static ChangeRecord registered(Department added) {
        Parent parent = added.details().parent();
        return new ChangeRecord(
                "department.registered",
                added.details().institution(),
                "department",
                added.id(),
                parent == null ? Map.of() : Map.of("parent", parent.id()));
    }
}
