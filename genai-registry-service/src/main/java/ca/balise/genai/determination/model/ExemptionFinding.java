package ca.balise.genai.determination.model;

import ca.balise.kit.reasoning.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an exception stands in a case.
 *
 * @param exemption which
 * @param state how
 * @param missing what it still lacks: facts that are unknown, or not as they would have to be
 * @param failure the code of its failure; {@code null} where it is met, or fails without a code of its own
 */
public record ExemptionFinding(
        Exemption exemption,
        ExemptionState state,
        List<Fact<?>> missing,
        @Nullable ReasonCode failure) {

    public boolean isMet() {
        return state == ExemptionState.MET;
    }

    static ExemptionFinding met(Exemption exemption) {
        return new ExemptionFinding(exemption, ExemptionState.MET, List.of(), null);
    }

    /** What a brief inquiry asks of it: whether it is met, and whether that depends on the day in force. */
    ExemptionFinding inBrief() {
        return switch (state) {
            case MET -> this;
            case INDETERMINATE -> new ExemptionFinding(exemption, state, List.of(), failure);
            case NOT_MET, PENDING -> notMet(exemption);
        };
    }

    /** Not met, which is all that a brief inquiry asks. */
    static ExemptionFinding notMet(Exemption exemption) {
        return new ExemptionFinding(exemption, ExemptionState.NOT_MET, List.of(), null);
    }
}
