package ca.balise.social.account;

import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.InstitutionScope;
import ca.balise.kit.store.audit.Change;
import ca.balise.kit.store.audit.ChangeRecord;
import ca.balise.social.account.model.AccountMerge;
import ca.balise.social.account.model.AccountMerge.Action;
import ca.balise.social.account.model.AccountMerge.Plan;
import ca.balise.social.account.model.AccountMerge.Row;
import ca.balise.social.account.model.AccountMerge.Step;
import ca.balise.social.account.store.ListedAccountRepository;
import ca.balise.social.account.store.ListedAccountRepository.Written;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Takes a list of accounts over into the accounts, all of it or nothing. */
@ApplicationScoped
public class MergeAccounts {

    private final InstitutionScope scope;
    private final ListedAccountRepository accounts;
    private final Clock clock = Clock.tickMillis(ZoneOffset.UTC);

    MergeAccounts(InstitutionScope scope, ListedAccountRepository accounts) {
        this.scope = scope;
        this.accounts = accounts;
    }

    /** What the list would change. */
    public Uni<Plan> plan(Caller caller, List<Row> rows) {
        return scope.read(caller, _ -> accounts.kept()).map(kept -> AccountMerge.plan(kept, rows));
    }

    /**
     * What was done.
     *
     * @param plan what
     * @param ids the account of each row, by its line
     */
    public record Merged(Plan plan, Map<Long, UUID> ids) {}

    /** Changes it. Another list waits for this one; who changes an account by hand meanwhile finds it changed, or changed it before. */
    public Uni<Merged> merge(Caller caller, List<Row> rows) {
        return scope.write(
                caller,
                _ -> accounts.lockAll()
                        .chain(accounts::kept)
                        .map(kept -> AccountMerge.plan(kept, rows))
                        .flatMap(plan -> accounts.write(plan, clock.instant()).map(written -> change(plan, written))));
    }

    private static Change<Merged> change(Plan plan, Written written) {
        List<ChangeRecord> records = new ArrayList<>();
        for (Step step : plan.steps()) {
            if (step.action() == Action.ADDED || step.action() == Action.CHANGED || step.action() == Action.RENAMED) {
                records.add(new ChangeRecord(
                        step.action() == Action.ADDED ? "account.registered" : "account.replaced",
                        step.row().content().institution(),
                        "account",
                        Objects.requireNonNull(written.ids().get(step.row().line())),
                        Map.of("source", "LIST", "change", step.action().name().toUpperCase(Locale.ROOT))));
            }
        }
        plan.removed()
                .forEach(gone -> records.add(new ChangeRecord(
                        "account.delisted",
                        gone.content().institution(),
                        "account",
                        gone.id(),
                        Map.of("source", "LIST"))));
        Merged merged = new Merged(plan, written.ids());
        return records.isEmpty() ? Change.nothing(merged) : Change.of(merged, records);
    }
}
