package ca.balise.genai.measure.store;

import ca.balise.genai.measure.model.Measure;
import ca.balise.genai.measure.model.MeasureStatus;
import ca.balise.genai.measure.model.MeasureType;
import ca.balise.kit.http.page.Page;
import ca.balise.kit.http.page.PageRequest;
import ca.balise.kit.store.Keyset;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Reads measures, inside the transaction of a use case. */
@ApplicationScoped
public class MeasureRepository implements PanacheRepositoryBase<MeasureEntity, UUID> {

    /** In the order of registration: ids are in the order of time. */
    private static final Keyset<MeasureEntity, UUID> MEASURES = new Keyset<MeasureEntity, UUID>(
                    "measures", "from MeasureEntity m", "m.id", measure -> measure.id, UUID::fromString)
            .sortedBy("instrument", "m.instrument", measure -> measure.instrument, Function.identity())
            .sortedBy("statusReportedOn", "m.reportedOn", measure -> measure.reportedOn, LocalDate::parse)
            .filteredBy("type", "m.type = ?", MeasureType::valueOf)
            .filteredBy("status", "m.status = ?", MeasureStatus::valueOf);

    /** A page of measures. */
    public Uni<Page<Measure>> list(PageRequest request) {
        return MEASURES.page(this, request).map(page -> page.map(MeasureEntity::toModel));
    }

    /** The measure with this id. */
    public Uni<Optional<Measure>> withId(UUID id) {
        return findById(id).map(entity -> Optional.ofNullable(entity).map(MeasureEntity::toModel));
    }
}
