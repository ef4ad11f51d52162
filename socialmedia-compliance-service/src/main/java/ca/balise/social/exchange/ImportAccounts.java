package ca.balise.social.exchange;

import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.InstitutionScope;
import ca.balise.kit.store.audit.Change;
import ca.balise.kit.store.audit.ChangeRecord;
import ca.balise.social.account.MergeAccounts;
import ca.balise.social.account.model.AccountMerge.Action;
import ca.balise.social.account.model.AccountMerge.Plan;
import ca.balise.social.account.model.AccountMerge.Row;
import ca.balise.social.account.model.AccountMerge.Step;
import ca.balise.social.department.IndexDepartments;
import ca.balise.social.exchange.model.AccountImport;
import ca.balise.social.exchange.model.AccountImport.Difference;
import ca.balise.social.exchange.model.AccountImport.Entry;
import ca.balise.social.exchange.model.AccountImport.ListChange;
import ca.balise.social.exchange.model.IssueCode;
import ca.balise.social.exchange.model.Tally;
import ca.balise.social.exchange.store.AccountImportRepository;
import ca.balise.social.platform.RecognizeAddress;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a list of official accounts over, all at once, and says what became of each row and what differs from the list before. */
@ApplicationScoped
public class ImportAccounts {

    private final InstitutionScope scope;
    private final IndexDepartments indexDepartments;
    private final RecognizeAddress recognize;
    private final MergeAccounts merge;
    private final AccountImportRepository imports;
    private final Clock clock = Clock.tickMillis(ZoneOffset.UTC);

    ImportAccounts(
            InstitutionScope scope,
            IndexDepartments indexDepartments,
            RecognizeAddress recognize,
            MergeAccounts merge,
            AccountImportRepository imports) {
        this.scope = scope;
        this.indexDepartments = indexDepartments;
        this.recognize = recognize;
        this.merge = merge;
        this.imports = imports;
    }

    /**
     * Imports a table that was read to its end.
     *
     * @param tally what is known of its form
     * @param dryRun whether to say what would be done and do nothing
     */
    Uni<AccountImport> importList(Caller caller, Table table, Tally tally, boolean dryRun) {
        String holder = caller.requireInstitution();
        if (dryRun) {
            return rows(caller, table, holder, tally)
                    .flatMap(rows -> merge.plan(caller, rows))
                    .map(plan -> summed(plan, Map.of(), tally));
        }
        // One transaction: departments, accounts and the report of them.
        return scope.write(
                caller,
                _ -> rows(caller, table, holder, tally)
                        .flatMap(rows -> merge.merge(caller, rows))
                        .flatMap(merged -> imports.add(summed(merged.plan(), merged.ids(), tally), holder))
                        .map(made -> Change.of(made, record(made, holder))));
    }

    private Uni<List<Row>> rows(Caller caller, Table table, String holder, Tally tally) {
        return indexDepartments
                .index(caller)
                .map(index -> new AccountList(recognize, index, holder, tally).read(table));
    }

    private AccountImport summed(Plan plan, Map<Long, UUID> ids, Tally tally) {
        List<Entry> entries = new ArrayList<>();
        for (Step step : plan.steps()) {
            tell(step, tally);
            ListChange change = change(step.action());
            if (change != null) {
                entries.add(new Entry(
                        change,
                        step.row().line(),
                        step.before() == null
                                ? ids.get(step.row().line())
                                : step.before().id(),
                        step.row().content().address().url(),
                        change == ListChange.RENAMED
                                ? Objects.requireNonNull(step.before())
                                        .content()
                                        .address()
                                        .url()
                                : null));
            }
        }
        plan.removed()
                .forEach(gone -> entries.add(new Entry(
                        ListChange.REMOVED,
                        null,
                        gone.id(),
                        gone.content().address().url(),
                        null)));
        int shown = Math.min(entries.size(), AccountImport.MOST_ENTRIES);
        return new AccountImport(
                null,
                clock.instant(),
                tally.sums(),
                new Difference(
                        plan.count(Action.ADDED),
                        plan.removed().size(),
                        plan.count(Action.RENAMED),
                        plan.count(Action.CHANGED),
                        plan.count(Action.UNCHANGED) + plan.count(Action.KEPT),
                        entries.subList(0, shown),
                        entries.size() - shown));
    }

    private static void tell(Step step, Tally tally) {
        switch (step.action()) {
            case RENAMED -> tally.flag(step.row().line(), IssueCode.HANDLE_RENAMED, AccountList.URL);
            case KEPT -> tally.flag(step.row().line(), IssueCode.KEPT_AS_EDITED, null);
            case CLOSED -> tally.reject(step.row().line(), IssueCode.CLOSED_ACCOUNT, AccountList.URL);
            case ADDED, CHANGED, UNCHANGED -> {
                // The difference says it.
            }
        }
    }

    private static @Nullable ListChange change(Action action) {
        return switch (action) {
            case ADDED -> ListChange.ADDED;
            case RENAMED -> ListChange.RENAMED;
            case CHANGED -> ListChange.CHANGED;
            case UNCHANGED, KEPT, CLOSED -> null;
        };
    }

    private static ChangeRecord record(AccountImport made, String institution) {
        Difference difference = made.difference();
        return new ChangeRecord(
                "account-list.imported",
                institution,
                "account-import",
                Objects.requireNonNull(made.id()),
                Map.of(
                        "rows", made.sums().rows(),
                        "flagged", made.sums().flagged(),
                        "rejected", made.sums().rejected(),
                        "added", difference.added(),
                        "removed", difference.removed(),
                        "renamed", difference.renamed(),
                        "changed", difference.changed()));
    }
}
