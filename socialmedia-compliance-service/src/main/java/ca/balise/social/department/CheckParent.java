package ca.balise.social.department;

import ca.balise.kit.http.problem.ProblemException;
import ca.balise.social.department.model.Department;
import ca.balise.social.department.model.DepartmentDetails;
import ca.balise.social.department.model.Parent;
import ca.balise.social.department.store.DepartmentRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Makes sure of the department that a sub-unit names, inside the transaction that keeps the sub-unit. The department is locked until
 * then: it does not become a sub-unit meanwhile.
 */
@ApplicationScoped
public class CheckParent {

    private final CheckDepartment check;
    private final DepartmentRepository departments;

    CheckParent(CheckDepartment check, DepartmentRepository departments) {
        this.check = check;
        this.departments = departments;
    }

    /**
     * Goes on only if the department named, if any, is one that a sub-unit may have.
     *
     * @throws ProblemException 422 at {@code /parent/id} otherwise
     */
    Uni<Void> require(DepartmentDetails details) {
        Parent parent = details.parent();
        return parent == null
                ? Uni.createFrom().voidItem()
                : departments
                        .withIdLocked(parent.id())
                        .invoke(found -> requireDepartment(found, details.institution()))
                        .replaceWithVoid();
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
