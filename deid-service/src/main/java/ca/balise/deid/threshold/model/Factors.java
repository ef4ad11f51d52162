package ca.balise.deid.threshold.model;

import ca.balise.kit.reasoning.Truth;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a case, factor by factor (PIN-2020-03 §5.1.3). What is not known is {@code null} or unknown, never favourable.
 *
 * @param sensitivity how sensitive the data are
 * @param possibleHarm what a re-identification could do to a person
 * @param vulnerableGroups whether members of vulnerable groups are in the data
 * @param granularity how detailed the data are
 * @param dataAge age of the data in whole years
 * @param confidentialityExpected whether the people concerned expected confidentiality when they gave the information
 * @param coverage whether everyone of the population is in the data and, if not, how those who are were chosen
 * @param collection whether they had to give the information
 * @param access who will get at the data, and under what safeguards
 * @param routineRelease whether such releases are routine or continuous
 * @param seriesMinimum the size the series of releases already uses, in persons
 * @param publicInformation whether public information exists that could be linked to the data
 */
public record Factors(
        @Nullable Sensitivity sensitivity,
        @Nullable PossibleHarm possibleHarm,
        Truth vulnerableGroups,
        @Nullable Granularity granularity,
        @Nullable Integer dataAge,
        Truth confidentialityExpected,
        @Nullable Coverage coverage,
        @Nullable Collection collection,
        @Nullable Access access,
        Truth routineRelease,
        @Nullable Integer seriesMinimum,
        Truth publicInformation) {

    /** Nothing is known. */
    public static final Factors NONE = of(null);

    /** Nothing is known but the sensitivity, if that is. */
    public static Factors of(@Nullable Sensitivity sensitivity) {
        return new Factors(
                sensitivity,
                null,
                Truth.UNKNOWN,
                null,
                null,
                Truth.UNKNOWN,
                null,
                null,
                null,
                Truth.UNKNOWN,
                null,
                Truth.UNKNOWN);
    }

    /** Whether more is known than the sensitivity. */
    public boolean sayMoreThanSensitivity() {
        return !equals(of(sensitivity));
    }

    /** What a re-identification could do to a person. */
    public enum PossibleHarm {
        LOW,
        MODERATE,
        SERIOUS
    }

    /** How detailed the data are. */
    public enum Granularity {
        /** Broad areas, bands or categories. */
        COARSE,
        MEDIUM,
        /** Small areas, exact ages or dates, narrow categories. */
        FINE
    }

    /** Who of the population is in the data. */
    public enum Coverage {
        /** Everyone. */
        CENSUS,
        /** A sample drawn at random; who is in it cannot be known. */
        RANDOM_SAMPLE,
        /** A sample drawn otherwise, or whose members may be known. */
        OTHER_SAMPLE
    }

    /** Whether the people concerned had to give the information. */
    public enum Collection {
        MANDATORY,
        VOLUNTARY
    }

    /**
     * Who will get at the data. A smaller size is open only to governed access all of whose safeguards are established: « en toute
     * légalité », « entités de confiance [...] ou dans le cadre d’ententes », « d’autres mesures ».
     *
     * @param limited whether access, use and onward transfer are limited, rather than public
     * @param legalAuthority whether the law allows the communication
     * @param trustedRecipientOrAgreement whether the recipient is a trusted entity, or bound by an agreement
     * @param otherMeasuresRecorded whether the other measures that manage the risk are written down
     */
    public record Access(
            boolean limited, Truth legalAuthority, Truth trustedRecipientOrAgreement, Truth otherMeasuresRecorded) {

        /** Open to everyone. */
        public static final Access PUBLIC = new Access(false, Truth.UNKNOWN, Truth.UNKNOWN, Truth.UNKNOWN);

        boolean isGoverned() {
            return limited
                    && legalAuthority
                            .and(trustedRecipientOrAgreement)
                            .and(otherMeasuresRecorded)
                            .isTrue();
        }
    }
}
