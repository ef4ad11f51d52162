package ca.balise.social.platform.store;

import ca.balise.kit.http.page.Page;
import ca.balise.kit.http.page.PageRequest;
import ca.balise.kit.store.Keyset;
import ca.balise.social.platform.model.Platform;
import ca.balise.social.platform.model.PlatformCatalogue;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Reads the catalogue, inside the transaction of a use case. */
@ApplicationScoped
public class PlatformRepository implements PanacheRepositoryBase<PlatformEntity, UUID> {

    /** In the order of their names, which differ. */
    private static final Keyset<PlatformEntity, String> PLATFORMS = new Keyset<PlatformEntity, String>(
                    "platforms", "from PlatformEntity p", "p.name", platform -> platform.name, Function.identity())
            .sortedBy("code", "p.code", platform -> platform.code, Function.identity())
            .filteredBy(
                    "reviewed",
                    "case when p.reviews is not empty then 'true' else 'false' end = ?",
                    Function.identity())
            .filteredBy("code", "p.code = ?", Function.identity());

    /** A page of platforms. */
    public Uni<Page<Platform>> list(PageRequest request) {
        return PLATFORMS.page(this, request).map(page -> page.map(PlatformEntity::toModel));
    }

    /** The whole catalogue, which a migration fills: some tens of platforms at most. */
    public Uni<PlatformCatalogue> catalogue() {
        return listAll()
                .map(found -> new PlatformCatalogue(
                        found.stream().map(PlatformEntity::toModel).toList()));
    }

    /** The platform with this id. */
    public Uni<Optional<Platform>> withId(UUID id) {
        return findById(id).map(entity -> Optional.ofNullable(entity).map(PlatformEntity::toModel));
    }
}
