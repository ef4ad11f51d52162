package ca.balise.genai.determination;

import ca.balise.genai.determination.model.ReasonCode;
import ca.balise.genai.determination.model.RecordedDetermination;
import ca.balise.genai.determination.model.SuspensionStatus;
import ca.balise.kit.reasoning.Facts;
import ca.balise.kit.reasoning.Provenance;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A recorded determination on the wire.
 *
 * @param id stable and never reused
 * @param institution code of the institution whose record it is
 * @param knownAt the moment of which the facts are what was known
 * @param facts what was known, by path
 * @param determination what was answered, to the letter
 */
@Schema(name = "RecordedDetermination")
public record RecordedDeterminationBody(
        UUID id,
        String institution,
        Instant knownAt,

        @Schema(description = "What was known, by path. Null: the key that it is sealed with is not given any more.")
        @Nullable
        List<FactBody> facts,

        @JsonRawValue @Schema(implementation = DeterminationAnswer.class)
        String determination) {

    /** @param withTexts whether the reader may see open text: its own institution's only */
    static RecordedDeterminationBody of(RecordedDetermination recorded, boolean withTexts) {
        return new RecordedDeterminationBody(
                recorded.id(),
                recorded.institution(),
                recorded.knownAt(),
                recorded.judged()
                        .map(judged -> FactBody.of(judged.facts(), withTexts))
                        .orElse(null),
                recorded.answer());
    }

    /**
     * A fact that was known.
     *
     * @param path dotted path
     * @param value its value; null where it is open text and the reader is of another institution
     * @param provenance where it comes from
     */
    @Schema(name = "RecordedFact")
    public record FactBody(
            String path,

            @Schema(description = "Its value. Null where it is a text that only its own institution is shown.")
            @Nullable
            String value,

            Provenance provenance) {

        static List<FactBody> of(Facts facts, boolean withTexts) {
            return facts.looks().stream()
                    .map(look -> new FactBody(
                            look.fact().path(),
                            withTexts && facts.value(look.fact()) instanceof String text ? text : look.value(),
                            look.provenance()))
                    .toList();
        }
    }

    /**
     * A recorded determination in a list.
     *
     * @param id stable and never reused
     * @param institution code of the institution whose record it is
     * @param asOf the day judged
     * @param status how the use stood
     * @param reasonCode why
     * @param knownAt the moment of which the facts are what was known
     * @param decidedAt when it was judged
     * @param rulesetVersion the version of the rules
     * @param inputHash keyed hash of the case
     */
    @Schema(name = "RecordedDeterminationSummary")
    public record Summary(
            UUID id,
            String institution,
            LocalDate asOf,
            SuspensionStatus status,
            ReasonCode reasonCode,
            Instant knownAt,
            Instant decidedAt,
            String rulesetVersion,
            String inputHash) {

        static Summary of(RecordedDetermination recorded) {
            return new Summary(
                    recorded.id(),
                    recorded.institution(),
                    recorded.asOf(),
                    recorded.status(),
                    recorded.reason(),
                    recorded.knownAt(),
                    recorded.decidedAt(),
                    recorded.rulesetVersion(),
                    recorded.inputHash());
        }
    }
}
