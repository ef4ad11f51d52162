package ca.balise.social.exchange;

import ca.balise.kit.http.page.Page;
import ca.balise.kit.http.page.PageRequest;
import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.InstitutionScope;
import ca.balise.social.exchange.model.AccountImport;
import ca.balise.social.exchange.store.AccountImportRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Reads what earlier imports of lists of accounts did. */
@ApplicationScoped
public class ReadAccountImports {

    private final InstitutionScope scope;
    private final AccountImportRepository imports;

    ReadAccountImports(InstitutionScope scope, AccountImportRepository imports) {
        this.scope = scope;
        this.imports = imports;
    }

    /** A page of them. */
    public Uni<Page<AccountImport>> list(Caller caller, PageRequest request) {
        return scope.read(caller, _ -> imports.list(request));
    }

    /**
     * One of them.
     *
     * @throws ProblemException 404, if there is none that the caller may see
     */
    public Uni<AccountImport> read(Caller caller, UUID id) {
        return scope.read(caller, _ -> imports.withId(id))
                .map(found -> found.orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND)));
    }
}
