package ca.balise.genai.organization.store;

import ca.balise.genai.organization.model.Organization;
import ca.balise.genai.organization.model.OrganizationDetails;
import ca.balise.kit.http.page.Page;
import ca.balise.kit.http.page.PageRequest;
import ca.balise.kit.store.Keyset;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Reads and adds public bodies, inside the transaction of a use case, which decides whose are seen. */
@ApplicationScoped
public class OrganizationRepository implements PanacheRepositoryBase<OrganizationEntity, UUID> {

    private static final Keyset<OrganizationEntity, UUID> REGISTRATION = new Keyset<>(
            "organizations", "from OrganizationEntity o", "o.id", organization -> organization.id, UUID::fromString);

    /** A page of bodies, oldest registration first: ids are in the order of time. */
    public Uni<Page<Organization>> inOrderOfRegistration(PageRequest request) {
        return REGISTRATION.page(this, request).map(page -> page.map(OrganizationEntity::toModel));
    }

    /** The body with this id. */
    public Uni<Optional<Organization>> withId(UUID id) {
        return findById(id).map(entity -> Optional.ofNullable(entity).map(OrganizationEntity::toModel));
    }

    /** Adds a body; it gets its id here. */
    public Uni<Organization> add(OrganizationDetails details) {
        return persistAndFlush(OrganizationEntity.of(details)).map(OrganizationEntity::toModel);
    }
}
