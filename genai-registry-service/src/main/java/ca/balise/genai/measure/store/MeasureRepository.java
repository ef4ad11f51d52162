package ca.balise.genai.measure.store;

import ca.balise.genai.measure.model.Measure;
import ca.balise.kit.http.page.Page;
import ca.balise.kit.http.page.PageRequest;
import ca.balise.kit.store.Keyset;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Reads measures, inside the transaction of a use case. */
@ApplicationScoped
public class MeasureRepository implements PanacheRepositoryBase<MeasureEntity, UUID> {

    private static final Keyset<MeasureEntity, UUID> REGISTRATION =
            new Keyset<>("measures", "from MeasureEntity m", "m.id", measure -> measure.id, UUID::fromString);

    /** A page of measures, oldest registration first: ids are in the order of time. */
    public Uni<Page<Measure>> inOrderOfRegistration(PageRequest request) {
        return REGISTRATION.page(this, request).map(page -> page.map(MeasureEntity::toModel));
    }

    /** The measure with this id. */
    public Uni<Optional<Measure>> withId(UUID id) {
        return findById(id).map(entity -> Optional.ofNullable(entity).map(MeasureEntity::toModel));
    }
}
