package ca.balise.genai.determination.store;

import ca.balise.genai.determination.model.JudgedCase;
import ca.balise.genai.determination.model.ReasonCode;
import ca.balise.genai.determination.model.RecordedDetermination;
import ca.balise.genai.determination.model.SuspensionCase;
import ca.balise.genai.determination.model.SuspensionStatus;
import ca.balise.kit.http.page.Page;
import ca.balise.kit.http.page.PageRequest;
import ca.balise.kit.store.Keyset;
import ca.balise.kit.store.secret.Sealer;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Adds and reads recorded determinations, inside the transaction of a use case, which decides whose are seen. The facts are sealed, bound to
 * their institution and to the hash of their case: a row's facts passed off as another row's do not open.
 */
@ApplicationScoped
public class RecordedDeterminationRepository implements PanacheRepositoryBase<RecordedDeterminationEntity, UUID> {

    private static final String SEALED_FOR = "determination-facts";

    /** In the order in which they were recorded: ids are in the order of time. */
    private static final Keyset<RecordedDeterminationEntity, UUID> RECORDED = new Keyset<
                    RecordedDeterminationEntity, UUID>(
                    "recorded-determinations",
                    "from RecordedDeterminationEntity d",
                    "d.id",
                    recorded -> recorded.id,
                    UUID::fromString)
            .sortedBy("asOf", "d.asOf", recorded -> recorded.asOf, LocalDate::parse)
            .filteredBy("status", "d.status = ?", SuspensionStatus::valueOf)
            .filteredBy("reasonCode", "d.reasonCode = ?", ReasonCode::valueOf)
            .filteredBy("institution", "d.institution = ?", Function.identity());

    private final Sealer sealer;

    RecordedDeterminationRepository(Sealer sealer) {
        this.sealer = sealer;
    }

    /** A page of recorded determinations. */
    public Uni<Page<RecordedDetermination>> list(PageRequest request) {
        return RECORDED.page(this, request).map(page -> page.map(this::toModel));
    }

    /** The one with this id. */
    public Uni<Optional<RecordedDetermination>> withId(UUID id) {
        return findById(id).map(entity -> Optional.ofNullable(entity).map(this::toModel));
    }

    /**
     * Adds one; it gets its id here.
     *
     * @param institution whose it is
     * @param judged what was judged
     * @param answer what was answered, as it is written on the wire
     */
    public Uni<RecordedDetermination> add(String institution, JudgedCase judged, String answer) {
        var determination = judged.determination();
        var entity = new RecordedDeterminationEntity();
        entity.institution = institution;
        entity.asOf = determination.asOf();
        entity.knownAt = judged.decidedAt();
        entity.rulesetVersion = determination.rulesetVersion();
        entity.status = determination.status();
        entity.reasonCode = determination.conclusion().reason();
        entity.inputHash = judged.inputHash();
        entity.facts = sealer.seal(
                SEALED_FOR, context(entity), judged.judged().keptFacts().bytes());
        entity.answer = answer;
        entity.decidedAt = judged.decidedAt();
        return persistAndFlush(entity).map(this::toModel);
    }

    private RecordedDetermination toModel(RecordedDeterminationEntity entity) {
        return new RecordedDetermination(
                entity.id,
                entity.institution,
                entity.asOf,
                entity.knownAt,
                entity.rulesetVersion,
                entity.status,
                entity.reasonCode,
                sealer.open(SEALED_FOR, context(entity), entity.facts)
                        .map(facts -> SuspensionCase.ofKept(entity.asOf, new String(facts, StandardCharsets.UTF_8))),
                entity.inputHash,
                entity.answer,
                entity.decidedAt);
    }

    private static byte[] context(RecordedDeterminationEntity entity) {
        return (entity.institution + " " + entity.inputHash).getBytes(StandardCharsets.UTF_8);
    }
}
