package ca.balise.social.account;

import ca.balise.kit.http.conditional.IfMatch;
import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.InstitutionScope;
import ca.balise.kit.store.audit.Change;
import ca.balise.kit.store.audit.ChangeRecord;
import ca.balise.social.Roles;
import ca.balise.social.account.model.Account;
import ca.balise.social.account.model.AccountDetails;
import ca.balise.social.account.model.AccountEntry;
import ca.balise.social.account.store.AccountRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Replaces what is stated of an account, whole; its former address stays findable. */
@ApplicationScoped
public class ReplaceAccount {

    private final InstitutionScope scope;
    private final CheckAccount check;
    private final PairAccounts pairs;
    private final AccountRepository accounts;
    private final Clock clock = Clock.tickMillis(ZoneOffset.UTC);

    ReplaceAccount(InstitutionScope scope, CheckAccount check, PairAccounts pairs, AccountRepository accounts) {
        this.scope = scope;
        this.check = check;
        this.pairs = pairs;
        this.accounts = accounts;
    }

    /**
     * Replaces an account.
     *
     * @throws ProblemException 422 with a violation for each member at fault; 404, if the caller may see no such account; 412, if it
     *     changed since the caller read it; 409, if a live account has its new address, or its platform's id
     */
    public Uni<Account> replace(Caller caller, UUID id, IfMatch condition, @Nullable NewAccount described) {
        AccountDetails details = check.check(described, false);
        AccountEntry entry = described == null ? null : described.entry();
        UUID pair = details.pairedAccountId();
        UUID[] others = pair == null ? new UUID[0] : new UUID[] {pair};
        return scope.write(
                        caller,
                        _ -> accounts.withIdLocked(id, others)
                                .map(found -> found.orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND)))
                                .invoke(found -> requireReplaceable(caller, found, condition, details, entry))
                                .call(() -> check.requireDepartment(caller, details))
                                .call(() -> pairs.require(id, details))
                                .flatMap(before -> accounts.replace(id, details, clock.instant())
                                        .flatMap(after -> pairs.pair(after)
                                                .map(touched -> Change.of(after, records(before, after, touched))))))
                .onFailure()
                .transform(CheckAccount::taken);
    }

    private void requireReplaceable(
            Caller caller, Account found, IfMatch condition, AccountDetails details, @Nullable AccountEntry entry) {
        condition.check(found.version());
        boolean moves = !found.details().institution().equals(details.institution());
        if (moves && !caller.hasRole(Roles.PUBLISHER)) {
            throw check.fault("/institution", "INSTITUTION_CHANGED");
        }
        if (entry != null && entry != found.entry()) {
            throw check.fault("/entry", "ENTRY_CHANGED");
        }
    }

    private static List<ChangeRecord> records(Account before, Account after, List<ChangeRecord> others) {
        List<ChangeRecord> records = new ArrayList<>();
        records.add(new ChangeRecord(
                "account.replaced",
                after.details().institution(),
                "account",
                after.id(),
                Map.of(
                        "version",
                        after.version(),
                        "renamed",
                        !before.details().address().equals(after.details().address()))));
        records.addAll(others);
        return records;
    }
}
