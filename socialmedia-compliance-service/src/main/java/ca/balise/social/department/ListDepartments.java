package ca.balise.social.department;

import ca.balise.kit.http.page.Page;
import ca.balise.kit.http.page.PageRequest;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.InstitutionScope;
import ca.balise.social.department.model.Department;
import ca.balise.social.department.store.DepartmentRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Lists the departments that the caller may see, a page at a time. */
@ApplicationScoped
public class ListDepartments {

    private final InstitutionScope scope;
    private final DepartmentRepository departments;

    ListDepartments(InstitutionScope scope, DepartmentRepository departments) {
        this.scope = scope;
        this.departments = departments;
    }

    public Uni<Page<Department>> list(Caller caller, PageRequest request) {
        return scope.read(caller, session -> departments.list(request));
    }
}
