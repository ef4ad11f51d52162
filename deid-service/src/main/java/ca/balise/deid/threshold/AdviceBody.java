package ca.balise.deid.threshold;

import ca.balise.deid.threshold.model.Advice;
import ca.balise.deid.threshold.model.Advice.Weighed;
import ca.balise.deid.threshold.model.Factor;
import ca.balise.deid.threshold.model.Influence;
import ca.balise.deid.threshold.model.Preset;
import ca.balise.kit.http.reason.ReasonBody;
import ca.balise.kit.http.reason.ReasonBody.SourceBody;
import ca.balise.kit.reasoning.BilingualText;
import ca.balise.kit.reasoning.Force;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Advice on the wire. */
@Schema(name = "MinimumCellSizeAdvice")
public record AdviceBody(
        @Schema(description = "The recommended minimum cell size, in persons.")
        int recommended,

        @Schema(description = "No size below this one is accepted (PIN-2020-03 §5.1.3, our reading).")
        int floor,

        Preset preset,

        @Schema(description = "One a factor, in the order of the notice.")
        List<FactorReason> reasons,

        @Schema(description = "Factors that were not stated and still have to be weighed.")
        List<Factor> missing,

        @Schema(description = "What holds of the whole: whose scale it is, and that the size is decided case by case.")
        List<ReasonBody> remarks,

        @Schema(description = "Version of the rules.") String rulesVersion) {

    /** What one factor did, and why. */
    @Schema(name = "FactorReason")
    public record FactorReason(
            Factor factor, Influence influence, String code, Force force, BilingualText message, SourceBody source) {

        static FactorReason of(Weighed weighed) {
            ReasonBody reason = ReasonBody.of(weighed.reason());
            return new FactorReason(
                    weighed.factor(),
                    weighed.influence(),
                    reason.code(),
                    reason.force(),
                    reason.message(),
                    reason.source());
        }
    }

    static AdviceBody of(Advice advice, int floor, String rulesVersion) {
        return new AdviceBody(
                advice.recommended(),
                floor,
                advice.preset(),
                advice.weighed().stream().map(FactorReason::of).toList(),
                advice.unknown(),
                ReasonBody.of(advice.remarks()),
                rulesVersion);
    }
}
