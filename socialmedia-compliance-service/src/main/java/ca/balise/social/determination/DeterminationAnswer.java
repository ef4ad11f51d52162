package ca.balise.social.determination;

import ca.balise.kit.determination.CitationBody;
import ca.balise.kit.determination.FactPaths;
import ca.balise.kit.determination.StepBody;
import ca.balise.kit.http.reason.ReasonBody;
import ca.balise.kit.reasoning.BilingualText;
import ca.balise.kit.reasoning.Change;
import ca.balise.kit.reasoning.Doubt;
import ca.balise.social.determination.model.AccountConclusion;
import ca.balise.social.determination.model.AccountStatus;
import ca.balise.social.determination.model.Applicability;
import ca.balise.social.determination.model.Compliance;
import ca.balise.social.determination.model.ConsentResult;
import ca.balise.social.determination.model.JudgedAccount;
import ca.balise.social.determination.model.LegalAnalysis;
import ca.balise.social.determination.model.PiaResult;
import ca.balise.social.determination.model.ProtocolResult;
import ca.balise.social.determination.model.ReviewResult;
import ca.balise.social.determination.model.SecondaryUseResult;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A determination of an account on the wire.
 *
 * @param applicability whether the notice applies; the other results are null unless it does
 * @param platformReview how the platform stands with its reviews
 * @param pia how a privacy impact assessment stands. It is never said to be required: the notice says that it may be
 * @param legalAnalysis what analyses the account calls for, joined with + where there are several
 * @param collectionConsent whether collecting the information needs consent
 * @param privacyProtocol whether a privacy protocol is an option; null if it is not at issue
 * @param secondaryUse each secondary use, by its name as stated, with how it stands
 * @param outstanding codes of what is to be done; each is among the reasons, with its force
 * @param missing dotted paths of the facts that are unknown and matter
 * @param compliance whether the account meets its obligations; null where the notice does not apply
 * @param warnings codes of what to beware of; each is among the reasons
 * @param ambiguities the points of the text that mattered
 * @param changes what would alter the status
 * @param reasons why, the conclusion first, each with its force and source
 * @param trace every rule visited, in order
 * @param citations the words relied on
 * @param asOf the day judged
 * @param decidedAt when it was asked
 * @param rulesetVersion the version of the rules
 * @param inputHash keyed hash of the case: equal for equal cases under one key
 */
@Schema(name = "AccountDetermination")
public record DeterminationAnswer(
        Applicability applicability,
        @Nullable ReviewResult platformReview,
        @Nullable PiaResult pia,

        @Schema(examples = "CONSULT_LEGAL_SERVICES+OWN_ANALYSES_REQUIRED") @Nullable
        String legalAnalysis,

        @Nullable ConsentResult collectionConsent,
        @Nullable ProtocolResult privacyProtocol,
        Map<String, SecondaryUseResult> secondaryUse,
        List<String> outstanding,
        List<String> missing,
        @Nullable Compliance compliance,
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

    static DeterminationAnswer of(JudgedAccount judged) {
        var determination = judged.determination();
        AccountConclusion conclusion = determination.conclusion();
        return new DeterminationAnswer(
                conclusion.applicability(),
                result(conclusion, AccountConclusion.Results::platformReview),
                result(conclusion, AccountConclusion.Results::pia),
                result(conclusion, results -> joined(results.legalAnalysis())),
                result(conclusion, AccountConclusion.Results::collectionConsent),
                result(conclusion, AccountConclusion.Results::privacyProtocol),
                conclusion.results() == null ? Map.of() : conclusion.results().secondaryUse(),
                determination.duties(),
                FactPaths.of(determination.missing()),
                conclusion.status().compliance(),
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

    private static <T> @Nullable T result(
            AccountConclusion conclusion, Function<AccountConclusion.Results, @Nullable T> part) {
        return conclusion.results() == null ? null : part.apply(conclusion.results());
    }

    private static String joined(List<LegalAnalysis> analyses) {
        return analyses.stream().map(Enum::name).collect(Collectors.joining("+"));
    }

    /**
     * A point of the text that mattered.
     *
     * @param id its stable id
     * @param readingAdopted the reading on which the answer rests
     * @param otherReading the reading that was not adopted
     * @param statusUnderOtherReading the status, had this one point been read the other way
     */
    @Schema(name = "AccountDeterminationAmbiguity")
    public record AmbiguityBody(
            String id,
            BilingualText readingAdopted,
            BilingualText otherReading,
            AccountStatus statusUnderOtherReading) {

        static AmbiguityBody of(Doubt<AccountStatus> doubt) {
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
    @Schema(name = "AccountDeterminationChange")
    public record ChangeBody(List<String> facts, AccountStatus status) {

        static ChangeBody of(Change<AccountStatus> change) {
            return new ChangeBody(FactPaths.of(change.facts()), change.status());
        }
    }
}
