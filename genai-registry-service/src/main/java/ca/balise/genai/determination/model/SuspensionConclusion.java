package ca.balise.genai.determination.model;

import ca.balise.kit.reasoning.Truth;
import java.util.List;

/**
 * What the rules of the suspension conclude.
 *
 * @param reason the code of why
 * @param permitted whether the body lets its personnel use the tool, where that is what is at issue; otherwise unknown. Unknown is
 *     never to be shown as allowed
 * @param exemptions the exceptions claimed, each with how it stands, where the rules came to look at them
 */
public record SuspensionConclusion(ReasonCode reason, Truth permitted, List<ExemptionFinding> exemptions) {

    static SuspensionConclusion of(ReasonCode reason) {
        return new SuspensionConclusion(reason, Truth.UNKNOWN, List.of());
    }

    public SuspensionStatus status() {
        return reason.status();
    }

    /** The exceptions that are met. */
    public List<Exemption> exemptionsMet() {
        return exemptions.stream()
                .filter(ExemptionFinding::isMet)
                .map(ExemptionFinding::exemption)
                .toList();
    }
}
