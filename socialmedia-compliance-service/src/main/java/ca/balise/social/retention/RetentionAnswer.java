package ca.balise.social.retention;

import ca.balise.kit.determination.CitationBody;
import ca.balise.kit.determination.FactPaths;
import ca.balise.kit.determination.StepBody;
import ca.balise.kit.http.reason.ReasonBody;
import ca.balise.kit.reasoning.BilingualText;
import ca.balise.kit.reasoning.Change;
import ca.balise.kit.reasoning.Doubt;
import ca.balise.social.determination.model.Compliance;
import ca.balise.social.retention.model.Guard;
import ca.balise.social.retention.model.JudgedRecord;
import ca.balise.social.retention.model.RecordItem;
import ca.balise.social.retention.model.Retention;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A determination of a record on the wire.
 *
 * @param retention what becomes of the record
 * @param earliestDisposal the first day on which two full years have passed since its last administrative use; null where that is not at
 *     issue or not known. A hold keeps the record beyond it
 * @param overdueSince the day since which the record should be gone; null where it need not go, or that is not known
 * @param mustKeep what must stay in the record while it is kept
 * @param outstanding codes of what is to be done; each is among the reasons, with its force
 * @param missing dotted paths of the facts that are unknown and matter
 * @param guard what must not happen to the record, whatever is planned; null if what is not known rules nothing out
 * @param compliance whether the record is kept as it has to be
 * @param warnings codes of what to beware of; each is among the reasons
 * @param ambiguities the points of the text that mattered
 * @param changes what would alter what becomes of the record
 * @param reasons why, the conclusion first, each with its force and source
 * @param trace every rule visited, in order
 * @param citations the words relied on
 * @param asOf the day judged
 * @param decidedAt when it was asked
 * @param rulesetVersion the version of the rules
 * @param inputHash keyed hash of the case: equal for equal cases under one key
 */
@Schema(name = "RetentionDetermination")
public record RetentionAnswer(
        Retention retention,
        @Nullable LocalDate earliestDisposal,
        @Nullable LocalDate overdueSince,
        List<RecordItem> mustKeep,
        List<String> outstanding,
        List<String> missing,
        @Nullable Guard guard,
        Compliance compliance,
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

    static RetentionAnswer of(JudgedRecord judged) {
        var determination = judged.determination();
        var conclusion = determination.conclusion();
        return new RetentionAnswer(
                conclusion.retention(),
                conclusion.earliestDisposal(),
                conclusion.overdueSince(),
                conclusion.mustKeep(),
                determination.duties(),
                FactPaths.of(determination.missing()),
                conclusion.guard(),
                conclusion.compliance(),
                determination.warnings(),
                determination.doubts().stream().map(AmbiguityBody::of).toList(),
                judged.changes().stream().map(ChangeBody::of).toList(),
                ReasonBody.of(determination.reasons()),
                StepBody.of(determination.trace()),
                CitationBody.of(determination.citations()),
                determination.asOf(),
                judged.decidedAt(),
                determination.rulesetVersion(),
                judged.inputHash());
    }

    /**
     * A point of the text that mattered.
     *
     * @param id its stable id
     * @param readingAdopted the reading on which the answer rests
     * @param otherReading the reading that was not adopted
     * @param statusUnderOtherReading what would become of the record, had this one point been read the other way
     */
    @Schema(name = "RetentionDeterminationAmbiguity")
    public record AmbiguityBody(
            String id, BilingualText readingAdopted, BilingualText otherReading, Retention statusUnderOtherReading) {

        static AmbiguityBody of(Doubt<Retention> doubt) {
            var ambiguity = doubt.ambiguity();
            return new AmbiguityBody(
                    ambiguity.id(),
                    ambiguity.readingAdopted(),
                    ambiguity.otherReading(),
                    doubt.statusUnderOtherReading());
        }
    }

    /**
     * Facts that would alter what becomes of the record, were they known to be otherwise; no fewer of them would.
     *
     * @param facts dotted paths
     * @param status what they can lead to
     */
    @Schema(name = "RetentionDeterminationChange")
    public record ChangeBody(List<String> facts, Retention status) {

        static ChangeBody of(Change<Retention> change) {
            return new ChangeBody(FactPaths.of(change.facts()), change.status());
        }
    }
}
