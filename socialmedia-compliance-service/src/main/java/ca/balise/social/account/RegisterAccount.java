package ca.balise.social.account;

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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Registers an account: a new one as a draft, an existing one as active. */
@ApplicationScoped
public class RegisterAccount {

    private final InstitutionScope scope;
    private final CheckAccount check;
    private final PairAccounts pairs;
    private final FollowLifecycle follow;
    private final AccountRepository accounts;
    private final Clock clock = Clock.tickMillis(ZoneOffset.UTC);

    RegisterAccount(
            InstitutionScope scope,
            CheckAccount check,
            PairAccounts pairs,
            FollowLifecycle follow,
            AccountRepository accounts) {
        this.scope = scope;
        this.check = check;
        this.pairs = pairs;
        this.follow = follow;
        this.accounts = accounts;
    }

    /**
     * Registers an account.
     *
     * @throws ProblemException 422 with a violation for each member at fault; 403, if it is another institution's; 409, if a live
     *     account has its address, or its platform's id
     */
    public Uni<Account> register(Caller caller, @Nullable NewAccount described) {
        AccountDetails details = check.check(described, true);
        CheckAccount.requireOwn(caller, details.institution(), Roles.PUBLISHER);
        AccountEntry entry =
                Objects.requireNonNull(Objects.requireNonNull(described).entry());
        String role = caller.hasRole(Roles.COMMUNICATIONS) ? Roles.COMMUNICATIONS : Roles.PUBLISHER;
        return scope.write(
                        caller,
                        _ -> check.requireDepartment(caller, details)
                                .chain(() -> pairs.require(null, details))
                                .chain(() -> accounts.add(
                                        details, entry, follow.lifecycle().begin(entry), clock.instant(), role))
                                .flatMap(added ->
                                        pairs.pair(added).map(others -> Change.of(added, records(added, others)))))
                .onFailure()
                .transform(CheckAccount::taken);
    }

    private static List<ChangeRecord> records(Account added, List<ChangeRecord> others) {
        List<ChangeRecord> records = new ArrayList<>();
        records.add(new ChangeRecord(
                "account.registered",
                added.details().institution(),
                "account",
                added.id(),
                Map.of("platform", added.details().platform(), "entry", added.entry(), "status", added.status())));
        records.addAll(others);
        return records;
    }
}
