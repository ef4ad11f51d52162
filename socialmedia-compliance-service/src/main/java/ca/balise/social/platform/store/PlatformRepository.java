package ca.balise.social.platform.store;

import ca.balise.kit.http.page.Page;
import ca.balise.kit.http.page.PageRequest;
import ca.balise.kit.store.Keyset;
import ca.balise.social.platform.model.Platform;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Reads the catalogue, inside the transaction of a use case. */
@ApplicationScoped
public class PlatformRepository implements PanacheRepositoryBase<PlatformEntity, UUID> {

    private static final Keyset<PlatformEntity, String> NAME = new Keyset<>(
            "platforms", "from PlatformEntity p", "p.name", platform -> platform.name, Function.identity());

    /** A page of platforms, in the order of their names. */
    public Uni<Page<Platform>> inOrderOfName(PageRequest request) {
        return NAME.page(this, request).map(page -> page.map(PlatformEntity::toModel));
    }

    /** The platform with this id. */
    public Uni<Optional<Platform>> withId(UUID id) {
        return findById(id).map(entity -> Optional.ofNullable(entity).map(PlatformEntity::toModel));
    }
}
