package ca.balise.social.exchange;

import ca.balise.kit.http.security.Caller;
import ca.balise.social.department.MergeDepartments;
import ca.balise.social.department.model.DepartmentMerge.Step;
import ca.balise.social.department.model.ListedDepartment;
import ca.balise.social.exchange.model.IssueCode;
import ca.balise.social.exchange.model.Tally;
import ca.balise.social.exchange.model.Tally.Sums;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.List;

/** Registers the departments of a list of organizations, all at once, and says what became of each row. */
@ApplicationScoped
public class ImportDepartments {

    private final MergeDepartments merge;

    ImportDepartments(MergeDepartments merge) {
        this.merge = merge;
    }

    /**
     * What became of the rows, and of the departments.
     *
     * @param sums the rows
     * @param registered departments that are new
     * @param changed departments that follow the list and say something else now
     */
    public record Imported(Sums sums, int registered, int changed) {}

    /**
     * Reads a list to its end, on the thread that calls. What is then done waits to be asked for.
     *
     * @param dryRun whether to say what would be done and do nothing
     */
    public Uni<Imported> importList(Caller caller, InputStream body, boolean dryRun) {
        Tally tally = new Tally();
        List<ListedDepartment> list = DepartmentList.read(Table.read(body, DepartmentList.COLUMNS, tally), tally);
        return (dryRun ? merge.plan(caller, list) : merge.merge(caller, list)).map(steps -> summed(steps, tally));
    }

    private static Imported summed(List<Step> steps, Tally tally) {
        int registered = 0;
        int changed = 0;
        for (Step step : steps) {
            if (step.kept()) {
                tally.flag(step.line(), IssueCode.KEPT_AS_EDITED, null);
            }
            registered += step.id() == null ? 1 : 0;
            changed += step.id() != null && step.changes() ? 1 : 0;
        }
        return new Imported(tally.sums(), registered, changed);
    }
}
