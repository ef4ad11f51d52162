package ca.balise.deid.release.model;

import ca.balise.kit.reasoning.Reason;
import java.util.List;

/**
 * One rule that spoke.
 *
 * @param effect what it does to the verdict
 * @param reason what it says, and where it comes from
 * @param missing dotted paths of the facts that would settle it; empty unless the effect is {@link Effect#UNKNOWN}
 */
public record Finding(Effect effect, Reason reason, List<String> missing) {

    Finding(Effect effect, Reason reason) {
        this(effect, reason, List.of());
    }
}
