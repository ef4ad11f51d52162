package ca.balise.deid.threshold;

import ca.balise.deid.threshold.model.Factors.Collection;
import ca.balise.deid.threshold.model.Factors.Coverage;
import ca.balise.deid.threshold.model.Factors.Granularity;
import ca.balise.deid.threshold.model.Factors.PossibleHarm;
import ca.balise.deid.threshold.model.Preset;
import ca.balise.deid.threshold.model.Sensitivity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The eleven factors of a case on the wire, and the scale to weigh them on. */
@Schema(
        name = "MinimumCellSizeFactors",
        description = "The factors of PIN-2020-03 §5.1.3. A member that is absent or null is not known.")
public record MinimumCellSizeRequest(
        @Nullable Sensitivity sensitivity,
        @Nullable PossibleHarm possibleHarm,
        @Nullable Boolean vulnerableGroups,
        @Nullable Granularity granularity,

        @Schema(minimum = "0", maximum = "200", description = "Age of the data in whole years.") @Nullable
        Integer dataAgeYears,

        @Nullable Boolean confidentialityExpected,
        @Nullable Coverage coverage,
        @Nullable Collection collection,
        @Nullable AccessKind access,

        @Schema(description = "Under GOVERNED: the law allows the communication.") @Nullable
        Boolean legalAuthority,

        @Schema(description = "Under GOVERNED: the recipient is a trusted entity, such as another department.")
        @Nullable
        Boolean trustedRecipient,

        @Schema(description = "Under GOVERNED: the recipient is bound by an information-sharing agreement.") @Nullable
        Boolean agreement,

        @Schema(description = "Under GOVERNED: the other measures that manage the risk are written down.") @Nullable
        Boolean otherMeasuresRecorded,

        @Nullable Boolean routineRelease,

        @Schema(minimum = "3", maximum = "1000000", description = "The size the series of releases already uses.")
        @Nullable
        Integer seriesMinimumCellSize,

        @Nullable Boolean publicInformation,

        @Schema(defaultValue = "TBS", description = "The scale; CUSTOM needs anchors and a justification.") @Nullable
        Preset preset,

        @Nullable AnchorsBody anchors,

        @Schema(maxLength = 4000, description = "Why the institution has a scale of its own. It is not kept.") @Nullable
        String justification)
        implements StatedFactors {

    /** Where the institution's own scale starts, in persons. */
    @Schema(name = "MinimumCellSizeAnchors", description = "Where an own scale starts, in persons; at least 3 each.")
    public record AnchorsBody(
            @Schema(required = true, minimum = "3", maximum = "1000000") @Nullable
            Integer lessSensitive,

            @Schema(required = true, minimum = "3", maximum = "1000000") @Nullable
            Integer moreSensitive,

            @Schema(required = true, minimum = "3", maximum = "1000000") @Nullable
            Integer governedLessSensitive,

            @Schema(required = true, minimum = "3", maximum = "1000000") @Nullable
            Integer governedMoreSensitive) {}
}
