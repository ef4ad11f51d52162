package ca.balise.deid.threshold;

import ca.balise.deid.threshold.model.Factors.Collection;
import ca.balise.deid.threshold.model.Factors.Coverage;
import ca.balise.deid.threshold.model.Factors.Granularity;
import ca.balise.deid.threshold.model.Factors.PossibleHarm;
import ca.balise.deid.threshold.model.Sensitivity;
import org.jspecify.annotations.Nullable;

/**
 * The factors of a case as a caller states them, in a request for advice or in the context of a score. A member that is absent or
 * {@code null} is not known.
 */
public interface StatedFactors {

    @Nullable
    Sensitivity sensitivity();

    @Nullable
    PossibleHarm possibleHarm();

    @Nullable
    Boolean vulnerableGroups();

    @Nullable
    Granularity granularity();

    @Nullable
    Integer dataAgeYears();

    @Nullable
    Boolean confidentialityExpected();

    @Nullable
    Coverage coverage();

    @Nullable
    Collection collection();

    @Nullable
    AccessKind access();

    @Nullable
    Boolean legalAuthority();

    @Nullable
    Boolean trustedRecipient();

    @Nullable
    Boolean agreement();

    @Nullable
    Boolean otherMeasuresRecorded();

    @Nullable
    Boolean routineRelease();

    @Nullable
    Integer seriesMinimumCellSize();

    @Nullable
    Boolean publicInformation();

    /** Who will get at the data. */
    enum AccessKind {
        /** Everyone. */
        PUBLIC,
        /** Access, use and onward transfer are limited by agreements, governance or security measures. */
        GOVERNED
    }
}
