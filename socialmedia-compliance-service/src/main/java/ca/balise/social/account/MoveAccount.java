package ca.balise.social.account;

import ca.balise.kit.http.conditional.IfMatch;
import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.Members;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.InstitutionScope;
import ca.balise.kit.store.audit.Change;
import ca.balise.kit.store.audit.ChangeRecord;
import ca.balise.social.ComplianceProblem;
import ca.balise.social.account.model.Account;
import ca.balise.social.account.model.AccountLifecycle.Step;
import ca.balise.social.account.model.AccountStatus;
import ca.balise.social.account.store.AccountRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes an account a step further, if it is a step and the caller's to take. */
@ApplicationScoped
public class MoveAccount {

    private final InstitutionScope scope;
    private final FollowLifecycle follow;
    private final AccountRepository accounts;
    private final Clock clock = Clock.tickMillis(ZoneOffset.UTC);

    MoveAccount(InstitutionScope scope, FollowLifecycle follow, AccountRepository accounts) {
        this.scope = scope;
        this.follow = follow;
        this.accounts = accounts;
    }

    /**
     * Takes the step.
     *
     * @param to where it ends
     * @throws ProblemException 409 {@code ILLEGAL_STEP} with the steps there are; 403, if it is another role's; 404, if the caller may
     *     see no such account; 412, if it changed since the caller read it
     */
    public Uni<Account> move(Caller caller, UUID id, IfMatch condition, @Nullable AccountStatus to) {
        if (to == null) {
            Members members = new Members(ComplianceProblem.INVALID_ACCOUNT, CheckAccount.class, "");
            members.required("/to", null);
            throw members.problem();
        }
        return scope.write(
                caller,
                _ -> accounts.withIdLocked(id)
                        .map(found -> found.orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND)))
                        .invoke(found -> condition.check(found.version()))
                        .flatMap(found -> accounts.move(id, to, clock.instant(), role(caller, found, to))
                                .map(moved -> Change.of(moved, record(found, moved)))));
    }

    private String role(Caller caller, Account account, AccountStatus to) {
        List<Step> steps = follow.lifecycle().from(account.status());
        Step step = steps.stream()
                .filter(candidate -> candidate.to() == to)
                .findFirst()
                .orElseThrow(() -> illegal(account.status(), steps));
        return step.by().stream().filter(caller::hasRole).sorted().findFirst().orElseThrow(() -> {
            Members members = new Members(ComplianceProblem.STEP_OF_ANOTHER_ROLE, CheckAccount.class, "");
            members.fault("/to", "BY", step.by().stream().sorted().collect(Collectors.joining(", ")));
            return members.problem();
        });
    }

    private static ProblemException illegal(AccountStatus from, List<Step> steps) {
        Members members = new Members(ComplianceProblem.ILLEGAL_STEP, CheckAccount.class, "");
        if (steps.isEmpty()) {
            members.fault("/to", "END", from);
        } else {
            members.fault(
                    "/to",
                    "ALLOWED",
                    from,
                    steps.stream().map(step -> step.to().name()).collect(Collectors.joining(", ")));
        }
        return members.problem();
    }

    private static ChangeRecord record(Account before, Account after) {
        return new ChangeRecord(
                "account.moved",
                after.details().institution(),
                "account",
                after.id(),
                Map.of("from", before.status(), "to", after.status()));
    }
}
