package ca.balise.social.department;

import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.InstitutionScope;
import ca.balise.social.department.model.Department;
import ca.balise.social.department.model.DepartmentDetails;
import ca.balise.social.department.model.Parent;
import ca.balise.social.department.store.DepartmentRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Registers a department or a sub-unit of one. */
@ApplicationScoped
public class RegisterDepartment {

    private final InstitutionScope scope;
    private final CheckDepartment check;
    private final DepartmentRepository departments;

    RegisterDepartment(InstitutionScope scope, CheckDepartment check, DepartmentRepository departments) {
        this.scope = scope;
        this.check = check;
        this.departments = departments;
    }

    /**
     * Registers a department.
     *
     * @throws ProblemException 422 with a violation for each member at fault
     */
    public Uni<Department> register(Caller caller, @Nullable NewDepartment described) {
        DepartmentDetails details = check.check(described);
        return scope.write(caller, session -> requireDepartmentOf(details).chain(() -> departments.add(details)));
    }

    private Uni<?> requireDepartmentOf(DepartmentDetails details) {
        Parent parent = details.parent();
        return parent == null
                ? Uni.createFrom().voidItem()
                : departments.withId(parent.id()).invoke(found -> requireDepartment(found, details.institution()));
    }

    /**
     * One level is enough to say whose sub-unit it is, and cannot run in circles. A department of another institution would be
     * hidden from the sub-unit's own people, who could not see where they stand.
     */
    private void requireDepartment(Optional<Department> found, String institution) {
        Department department = found.filter(
                        candidate -> candidate.details().institution().equals(institution))
                .orElseThrow(() -> check.fault("/parent/id", "UNKNOWN_DEPARTMENT"));
        if (department.details().parent() != null) {
            throw check.fault("/parent/id", "SUB_UNIT");
        }
    }
}
