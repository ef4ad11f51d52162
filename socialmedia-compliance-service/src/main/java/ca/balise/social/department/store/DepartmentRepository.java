package ca.balise.social.department.store;

import ca.balise.kit.http.page.Page;
import ca.balise.kit.http.page.PageRequest;
import ca.balise.kit.store.Keyset;
import ca.balise.social.department.model.Department;
import ca.balise.social.department.model.DepartmentDetails;
import ca.balise.social.department.model.Parent;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Reads and adds departments, inside the transaction of a use case, which decides whose are seen. */
@ApplicationScoped
public class DepartmentRepository implements PanacheRepositoryBase<DepartmentEntity, UUID> {

    private static final String WITH_PARENT = "from DepartmentEntity d left join fetch d.parent";

    private static final Keyset<DepartmentEntity, UUID> REGISTRATION =
            new Keyset<>("departments", WITH_PARENT, "d.id", department -> department.id, UUID::fromString);

    /** A page of departments, oldest registration first: ids are in the order of time. */
    public Uni<Page<Department>> inOrderOfRegistration(PageRequest request) {
        return REGISTRATION.page(this, request).map(page -> page.map(DepartmentEntity::toModel));
    }

    /** The department with this id. */
    public Uni<Optional<Department>> withId(UUID id) {
        return find(WITH_PARENT + " where d.id = ?1", id)
                .firstResult()
                .map(entity -> Optional.ofNullable(entity).map(DepartmentEntity::toModel));
    }

    /** Adds a department; it gets its id here. The department of a sub-unit must be one that {@link #withId} finds. */
    public Uni<Department> add(DepartmentDetails details) {
        Parent parent = details.parent();
        Uni<DepartmentEntity> added = parent == null
                ? persist(DepartmentEntity.of(details, null))
                : findById(parent.id()).flatMap(department -> persist(DepartmentEntity.of(details, department)));
        return added.call(this::flush).map(DepartmentEntity::toModel);
    }
}
