package ca.balise.genai.organization.store;

import ca.balise.genai.organization.model.Organization;
import ca.balise.genai.organization.model.OrganizationDetails;
import ca.balise.genai.organization.model.OrganizationKind;
import ca.balise.kit.http.page.Page;
import ca.balise.kit.http.page.PageRequest;
import ca.balise.kit.store.Keyset;
import ca.balise.kit.store.RowLock;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Reads, adds and replaces public bodies, inside the transaction of a use case, which decides whose are seen. */
@ApplicationScoped
public class OrganizationRepository implements PanacheRepositoryBase<OrganizationEntity, UUID> {

    /** In the order of registration: ids are in the order of time. */
    private static final Keyset<OrganizationEntity, UUID> BODIES = new Keyset<OrganizationEntity, UUID>(
                    "organizations", "from OrganizationEntity o", "o.id", body -> body.id, UUID::fromString)
            .sortedBy("name", "o.nameFr", body -> body.nameFr, Function.identity())
            .filteredBy("kind", "exists (select 1 from o.categories c where c.kind = ?)", OrganizationKind::valueOf)
            .filteredBy("institution", "o.institution = ?", Function.identity());

    /** A page of bodies. */
    public Uni<Page<Organization>> list(PageRequest request) {
        return BODIES.page(this, request).map(page -> page.map(OrganizationEntity::toModel));
    }

    /** The body with this id. */
    public Uni<Optional<Organization>> withId(UUID id) {
        return findById(id).map(entity -> Optional.ofNullable(entity).map(OrganizationEntity::toModel));
    }

    /** The same, which nobody else changes before this transaction ends. */
    public Uni<Optional<Organization>> withIdLocked(UUID id) {
        return RowLock.on("organization", id).chain(() -> withId(id));
    }

    /** Adds a body; it gets its id here. */
    public Uni<Organization> add(OrganizationDetails details) {
        return persistAndFlush(OrganizationEntity.of(details)).map(OrganizationEntity::toModel);
    }

    /** Replaces what is declared of a body that {@link #withIdLocked} found. */
    public Uni<Organization> replace(UUID id, OrganizationDetails details) {
        return findById(id)
                .invoke(entity -> entity.become(details))
                .call(this::flush)
                .map(OrganizationEntity::toModel);
    }
}
