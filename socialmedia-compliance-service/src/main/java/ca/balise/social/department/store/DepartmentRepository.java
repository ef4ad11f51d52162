package ca.balise.social.department.store;

import ca.balise.kit.http.page.Page;
import ca.balise.kit.http.page.PageRequest;
import ca.balise.kit.store.Keyset;
import ca.balise.kit.store.RowLock;
import ca.balise.social.department.model.Department;
import ca.balise.social.department.model.DepartmentDetails;
import ca.balise.social.department.model.DepartmentMerge;
import ca.balise.social.department.model.Parent;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads, adds and replaces departments, inside the transaction of a use case, which decides whose are seen. */
@ApplicationScoped
public class DepartmentRepository implements PanacheRepositoryBase<DepartmentEntity, UUID> {

    private static final String WITH_PARENT = "from DepartmentEntity d left join fetch d.parent p";

    /** As {@code DepartmentDetails#inherits()} says it of one. */
    private static final String INHERITS = "(p.id is not null and array_length(d.faaSchedules) = 0)";

    /** In the order of registration: ids are in the order of time. */
    private static final Keyset<DepartmentEntity, UUID> DEPARTMENTS = new Keyset<DepartmentEntity, UUID>(
                    "departments", WITH_PARENT, "d.id", department -> department.id, UUID::fromString)
            .sortedBy("name.en", "d.nameEn", department -> department.nameEn, Function.identity())
            .sortedBy("name.fr", "d.nameFr", department -> department.nameFr, Function.identity())
            .filteredBy(
                    "faaSchedule",
                    "(" + INHERITS + " and array_position(p.faaSchedules, ?) > 0 or not " + INHERITS
                            + " and array_position(d.faaSchedules, ?) > 0)",
                    Function.identity())
            .filteredBy(
                    "statusBasis",
                    "case when " + INHERITS + " then 'INHERITED' else 'STATED' end = ?",
                    Function.identity())
            .filteredBy("parent", "p.id = ?", UUID::fromString)
            .filteredBy("institution", "d.institution = ?", Function.identity());

    /** A page of departments. */
    public Uni<Page<Department>> list(PageRequest request) {
        return DEPARTMENTS.page(this, request).map(page -> page.map(DepartmentEntity::toModel));
    }

    /** The department with this id. */
    public Uni<Optional<Department>> withId(UUID id) {
        return find(WITH_PARENT + " where d.id = ?1", id)
                .firstResult()
                .map(entity -> Optional.ofNullable(entity).map(DepartmentEntity::toModel));
    }

    /**
     * The same, which nobody else changes before this transaction ends.
     *
     * @param others departments that stay as they are as long; all are locked at once
     */
    public Uni<Optional<Department>> withIdLocked(UUID id, UUID... others) {
        UUID[] all = Stream.concat(Stream.of(id), Arrays.stream(others)).toArray(UUID[]::new);
        return RowLock.on("department", all).chain(() -> withId(id));
    }

    /** Whether the department has sub-units. */
    public Uni<Boolean> hasSubUnits(UUID id) {
        return count("parent.id", id).map(subUnits -> subUnits > 0);
    }

    /** Adds a department; it gets its id here. The department of a sub-unit must be one that {@link #withId} finds. */
    public Uni<Department> add(DepartmentDetails details) {
        return departmentOf(details)
                .flatMap(department -> persist(DepartmentEntity.of(details, department.orElse(null))))
                .call(this::flush)
                .map(DepartmentEntity::toModel);
    }

    /** Replaces what is stated of a department that {@link #withIdLocked} found. */
    public Uni<Department> replace(UUID id, DepartmentDetails details) {
        return departmentOf(details)
                .flatMap(department -> findById(id).invoke(entity -> entity.become(details, department.orElse(null))))
                .call(this::flush)
                .map(DepartmentEntity::toModel);
    }

    /** Every department, with whether it is still as a list left it. */
    public Uni<List<DepartmentMerge.Kept>> kept() {
        return find(WITH_PARENT + " order by d.id")
                .<DepartmentEntity>list()
                .map(all -> all.stream().map(DepartmentEntity::toKept).toList());
    }

    /** Lets no other transaction change departments before this one ends; they can still be read. */
    public Uni<Void> lockAll() {
        return getSession()
                .flatMap(session -> session.createNativeQuery("lock table department in share row exclusive mode")
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Adds a department that a list brought; {@link #flushed} writes it. */
    public Uni<Department> addListed(DepartmentDetails details) {
        DepartmentEntity entity = DepartmentEntity.of(details, null);
        entity.importedVersion = 0;
        return persist(entity).map(DepartmentEntity::toModel);
    }

    /** Changes a department to what a list says; {@link #flushed} writes it. */
    public Uni<Department> replaceListed(UUID id, DepartmentDetails details) {
        return findById(id).invoke(entity -> entity.becomeListed(details)).map(DepartmentEntity::toModel);
    }

    /** Writes what was added and changed. */
    public Uni<Void> flushed() {
        return flush();
    }

    private Uni<Optional<DepartmentEntity>> departmentOf(DepartmentDetails details) {
        Parent parent = details.parent();
        return parent == null
                ? Uni.createFrom().item(Optional.empty())
                : findById(parent.id()).map(Optional::ofNullable);
    }
}
