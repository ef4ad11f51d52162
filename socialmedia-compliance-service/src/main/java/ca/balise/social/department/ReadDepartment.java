package ca.balise.social.department;

import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.InstitutionScope;
import ca.balise.social.department.model.Department;
import ca.balise.social.department.store.DepartmentRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Reads one department. */
@ApplicationScoped
public class ReadDepartment {

    private final InstitutionScope scope;
    private final DepartmentRepository departments;

    ReadDepartment(InstitutionScope scope, DepartmentRepository departments) {
        this.scope = scope;
        this.departments = departments;
    }

    /**
     * The department with this id.
     *
     * @throws ProblemException 404, if there is none that the caller may see
     */
    public Uni<Department> read(Caller caller, UUID id) {
        return find(caller, id).map(found -> found.orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND)));
    }

    /** The same, where there may be none. */
    public Uni<Optional<Department>> find(Caller caller, UUID id) {
        return scope.read(caller, session -> departments.withId(id));
    }
}
