package ca.balise.social.account;

import ca.balise.kit.http.page.Page;
import ca.balise.kit.http.page.PageRequest;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.InstitutionScope;
import ca.balise.social.account.model.Account;
import ca.balise.social.account.store.AccountRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Lists the accounts that the caller may see, a page at a time. */
@ApplicationScoped
public class ListAccounts {

    private final InstitutionScope scope;
    private final AccountRepository accounts;

    ListAccounts(InstitutionScope scope, AccountRepository accounts) {
        this.scope = scope;
        this.accounts = accounts;
    }

    public Uni<Page<Account>> list(Caller caller, PageRequest request) {
        return scope.read(caller, _ -> accounts.list(request));
    }
}
