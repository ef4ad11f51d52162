package ca.balise.genai.determination;

import ca.balise.genai.determination.model.Exemption;
import ca.balise.genai.determination.model.ExemptionFinding;
import ca.balise.genai.determination.model.ExemptionState;
import ca.balise.genai.determination.model.JudgedCase;
import ca.balise.genai.determination.model.ReasonCode;
import ca.balise.genai.determination.model.SuspensionStatus;
import ca.balise.kit.http.reason.ReasonBody;
import ca.balise.kit.http.reason.ReasonBody.SourceBody;
import ca.balise.kit.reasoning.BilingualText;
import ca.balise.kit.reasoning.Change;
import ca.balise.kit.reasoning.Doubt;
import ca.balise.kit.reasoning.Fact;
import ca.balise.kit.reasoning.Provenance;
import ca.balise.kit.reasoning.Source;
import ca.balise.kit.reasoning.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A determination on the wire.
 *
 * @param status how the use stands
 * @param reasonCode why, in one code
 * @param permitted for an individual use whether the body allows it; null where that is not known, or not at issue. Never to be shown
 *     as allowed unless true
 * @param exceptions the exceptions claimed, each with how it stands
 * @param exceptionsMet those that are met
 * @param missing dotted paths of the facts that are unknown, or not as they would have to be
 * @param obligations codes of the duties and recommendations; each is among the reasons, with its force
 * @param warnings codes of what to beware of; each is among the reasons
 * @param ambiguities the points of the text that mattered
 * @param changes what would alter the status
 * @param reasons why, the conclusion first, each with its force and source
 * @param trace every rule visited, in order
 * @param citations the words relied on
 * @param asOf the day judged
 * @param decidedAt when it was asked
 * @param rulesetVersion the version of the rules
 * @param inputHash keyed hash of the case, the id of its key before it: equal for equal cases under the same key
 */
@Schema(name = "Determination")
public record DeterminationAnswer(
        SuspensionStatus status,
        ReasonCode reasonCode,
        @Nullable Boolean permitted,
        List<ExceptionBody> exceptions,
        List<Exemption> exceptionsMet,
        List<String> missing,
        List<String> obligations,
        List<String> warnings,
        List<AmbiguityBody> ambiguities,
        List<ChangeBody> changes,
        List<ReasonBody> reasons,
        List<StepBody> trace,
        List<CitationBody> citations,
        LocalDate asOf,
        Instant decidedAt,
        String rulesetVersion,
        String inputHash) {

    static DeterminationAnswer of(JudgedCase judged) {
        var determination = judged.determination();
        var conclusion = determination.conclusion();
        return new DeterminationAnswer(
                conclusion.status(),
                conclusion.reason(),
                conclusion.permitted().toBoolean(),
                conclusion.exemptions().stream().map(ExceptionBody::of).toList(),
                conclusion.exemptionsMet(),
                paths(determination.missing()),
                determination.duties(),
                determination.warnings(),
                determination.doubts().stream().map(AmbiguityBody::of).toList(),
                judged.changes().stream().map(ChangeBody::of).toList(),
                ReasonBody.of(determination.reasons()),
                determination.trace().stream().map(StepBody::of).toList(),
                determination.citations().stream().map(CitationBody::of).toList(),
                determination.asOf(),
                judged.decidedAt(),
                determination.rulesetVersion(),
                judged.inputHash());
    }

    private static List<String> paths(List<Fact<?>> facts) {
        return facts.stream().map(Fact::path).toList();
    }

    /**
     * A claimed exception.
     *
     * @param exception which
     * @param state how it stands
     * @param missing dotted paths of what it still lacks
     */
    @Schema(name = "DeterminationException")
    public record ExceptionBody(Exemption exception, ExemptionState state, List<String> missing) {

        static ExceptionBody of(ExemptionFinding finding) {
            return new ExceptionBody(finding.exemption(), finding.state(), paths(finding.missing()));
        }
    }

    /**
     * A point of the text that mattered.
     *
     * @param id its stable id
     * @param readingAdopted the reading on which the answer rests
     * @param otherReading the reading that was not adopted
     * @param statusUnderOtherReading the status, had this one point been read the other way
     */
    @Schema(name = "DeterminationAmbiguity")
    public record AmbiguityBody(
            String id,
            BilingualText readingAdopted,
            BilingualText otherReading,
            SuspensionStatus statusUnderOtherReading) {

        static AmbiguityBody of(Doubt<SuspensionStatus> doubt) {
            var ambiguity = doubt.ambiguity();
            return new AmbiguityBody(
                    ambiguity.id(),
                    ambiguity.readingAdopted(),
                    ambiguity.otherReading(),
                    doubt.statusUnderOtherReading());
        }
    }

    /**
     * Facts that would alter the status, were they known to be otherwise; no fewer of them would.
     *
     * @param facts dotted paths
     * @param status what they can lead to
     */
    @Schema(name = "DeterminationChange")
    public record ChangeBody(List<String> facts, SuspensionStatus status) {

        static ChangeBody of(Change<SuspensionStatus> change) {
            return new ChangeBody(paths(change.facts()), change.status());
        }
    }

    /**
     * A rule that was visited.
     *
     * @param rule its id; a part of a rule has an id below it
     * @param answer what it answered
     * @param fired whether it concluded
     * @param message what it found
     * @param source where the rule comes from
     * @param facts what it looked at
     */
    @Schema(name = "DeterminationStep")
    public record StepBody(
            String rule, String answer, boolean fired, BilingualText message, SourceBody source, List<LookBody> facts) {

        static StepBody of(Step step) {
            return new StepBody(
                    step.rule(),
                    step.answer(),
                    step.fired(),
                    step.finding().message(),
                    SourceBody.of(step.finding().source()),
                    step.facts().stream().map(LookBody::of).toList());
        }
    }

    /**
     * A fact as a rule saw it.
     *
     * @param path dotted path
     * @param value its value; null if it is unknown, or open text, which is never repeated
     * @param provenance where it comes from
     */
    @Schema(name = "DeterminationFact")
    public record LookBody(String path, @Nullable String value, Provenance provenance) {

        static LookBody of(Step.Look look) {
            return new LookBody(look.fact().path(), look.value(), look.provenance());
        }
    }

    /**
     * Words relied on.
     *
     * @param instrument identifier of the text
     * @param paragraph question within it
     * @param quote the words, verbatim, in French
     */
    @Schema(name = "DeterminationCitation")
    public record CitationBody(String instrument, String paragraph, String quote) {

        static CitationBody of(Source.Citation citation) {
            return new CitationBody(citation.instrument(), citation.paragraph(), citation.quote());
        }
    }
}
