package ca.balise.social.department;

import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.InstitutionScope;
import ca.balise.kit.store.audit.Change;
import ca.balise.kit.store.audit.ChangeRecord;
import ca.balise.social.department.model.Department;
import ca.balise.social.department.model.DepartmentMerge;
import ca.balise.social.department.model.DepartmentMerge.Step;
import ca.balise.social.department.model.ListedDepartment;
import ca.balise.social.department.store.DepartmentRepository;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Takes a list of organizations over into the departments, all of it or nothing. */
@ApplicationScoped
public class MergeDepartments {

    private final InstitutionScope scope;
    private final DepartmentRepository departments;

    MergeDepartments(InstitutionScope scope, DepartmentRepository departments) {
        this.scope = scope;
        this.departments = departments;
    }

    /** What the list would change. */
    public Uni<List<Step>> plan(Caller caller, List<ListedDepartment> list) {
        return scope.read(caller, _ -> departments.kept()).map(kept -> DepartmentMerge.plan(kept, list));
    }

    /** Changes it. Another such change waits for this one. */
    public Uni<List<Step>> merge(Caller caller, List<ListedDepartment> list) {
        return scope.write(
                caller,
                _ -> departments
                        .lockAll()
                        .chain(departments::kept)
                        .map(kept -> DepartmentMerge.plan(kept, list))
                        .flatMap(steps -> apply(steps)
                                .map(records ->
                                        records.isEmpty() ? Change.nothing(steps) : Change.of(steps, records))));
    }

    private Uni<List<ChangeRecord>> apply(List<Step> steps) {
        return Multi.createFrom()
                .iterable(steps.stream().filter(Step::changes).toList())
                .onItem()
                .transformToUniAndConcatenate(this::apply)
                .collect()
                .asList()
                .call(departments::flushed);
    }

    private Uni<ChangeRecord> apply(Step step) {
        return step.id() == null
                ? departments.addListed(step.details()).map(added -> record("department.registered", added))
                : departments
                        .replaceListed(step.id(), step.details())
                        .map(changed -> record("department.replaced", changed));
    }

    private static ChangeRecord record(String action, Department department) {
        return new ChangeRecord(
                action,
                department.details().institution(),
                "department",
                department.id(),
                Map.of(
                        "source",
                        "LIST",
                        "orgNumber",
                        Objects.requireNonNull(
                                department.details().designation().orgNumber())));
    }
}
