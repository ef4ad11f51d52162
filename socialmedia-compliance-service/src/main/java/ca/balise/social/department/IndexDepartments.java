package ca.balise.social.department;

import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.InstitutionScope;
import ca.balise.social.department.model.DepartmentIndex;
import ca.balise.social.department.model.NamedDepartment;
import ca.balise.social.department.store.DepartmentRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Gathers every department that the caller may see by what it is called, to find those that a list speaks of. */
@ApplicationScoped
public class IndexDepartments {

    private final InstitutionScope scope;
    private final DepartmentRepository departments;

    IndexDepartments(InstitutionScope scope, DepartmentRepository departments) {
        this.scope = scope;
        this.departments = departments;
    }

    /** The departments as they are now. */
    public Uni<DepartmentIndex> index(Caller caller) {
        return scope.read(caller, _ -> departments.kept())
                .map(kept -> new DepartmentIndex(kept.stream()
                        .map(department -> new NamedDepartment(
                                department.id(),
                                department.details().institution(),
                                department.details().name(),
                                department.details().designation().orgNumber(),
                                department.details().designation().all()))
                        .toList()));
    }
}
