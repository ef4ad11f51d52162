package ca.balise.social.account;

import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.InstitutionScope;
import ca.balise.social.account.model.Account;
import ca.balise.social.account.store.AccountRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Reads one account. */
@ApplicationScoped
public class ReadAccount {

    private final InstitutionScope scope;
    private final AccountRepository accounts;

    ReadAccount(InstitutionScope scope, AccountRepository accounts) {
        this.scope = scope;
        this.accounts = accounts;
    }

    /**
     * The account with this id.
     *
     * @throws ProblemException 404, if there is none that the caller may see
     */
    public Uni<Account> read(Caller caller, UUID id) {
        return scope.read(caller, _ -> accounts.withId(id))
                .map(found -> found.orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND)));
    }
}
