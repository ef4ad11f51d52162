package ca.balise.social.exchange.store;

import ca.balise.kit.http.page.Page;
import ca.balise.kit.http.page.PageRequest;
import ca.balise.kit.store.Keyset;
import ca.balise.social.exchange.model.AccountImport;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Reads and adds imports, inside the transaction of a use case. */
@ApplicationScoped
public class AccountImportRepository implements PanacheRepositoryBase<AccountImportEntity, UUID> {

    /** In the order in which they were made. */
    private static final Keyset<AccountImportEntity, UUID> IMPORTS =
            new Keyset<>("account-imports", "from AccountImportEntity i", "i.id", made -> made.id, UUID::fromString);

    /** A page of imports. */
    public Uni<Page<AccountImport>> list(PageRequest request) {
        return IMPORTS.page(this, request).map(page -> page.map(AccountImportEntity::toModel));
    }

    /** The import with this id. */
    public Uni<Optional<AccountImport>> withId(UUID id) {
        return findById(id).map(entity -> Optional.ofNullable(entity).map(AccountImportEntity::toModel));
    }

    /** Adds an import; it gets its id here. */
    public Uni<AccountImport> add(AccountImport made, String institution) {
        return persist(AccountImportEntity.of(made, institution))
                .call(this::flush)
                .map(AccountImportEntity::toModel);
    }
}
