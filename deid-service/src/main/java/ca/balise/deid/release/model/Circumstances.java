package ca.balise.deid.release.model;

import ca.balise.deid.threshold.model.Sensitivity;
import ca.balise.kit.reasoning.Truth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the caller states of the case; what is not stated is unknown.
 *
 * @param disclosure how the information would leave, or {@code null}
 * @param sensitivity how sensitive it is, or {@code null}
 * @param linkable for each kind of external source, whether it can be linked to these data; a kind that is absent was not assessed
 * @param minimumJustified whether the caller wrote down why a minimum other than the good practice was chosen
 * @param recommendedMinimum what the adviser makes of the factors stated, in persons; from the sensitivity alone it is the anchor
 */
public record Circumstances(
        @Nullable Disclosure disclosure,
        @Nullable Sensitivity sensitivity,
        Map<ExternalSourceKind, Truth> linkable,
        boolean minimumJustified,
        int recommendedMinimum) {

    Truth linkable(ExternalSourceKind kind) {
        return linkable.getOrDefault(kind, Truth.UNKNOWN);
    }
}
