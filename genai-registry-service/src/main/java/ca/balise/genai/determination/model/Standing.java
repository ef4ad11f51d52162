package ca.balise.genai.determination.model;

import ca.balise.kit.reasoning.Truth;

/** How one condition of an exception stands, the best first. */
enum Standing {
    MET,
    /** Not shown; whoever relies on the exception must show it. */
    LACKING,
    /** It depends on the day on which the suspension came into force, which is not known. */
    OPEN,
    /** Known not to be so. */
    FAILED;

    static Standing ofShown(boolean shown) {
        return shown ? MET : LACKING;
    }

    /** How a condition stands that is a fact of its own. */
    static Standing of(Truth truth) {
        return switch (truth) {
            case TRUE -> MET;
            case FALSE -> FAILED;
            case UNKNOWN -> LACKING;
        };
    }

    /**
     * How two of them stand together: as the worse. A definite failure wins over an unknown day, and an unknown day over what is merely
     * not shown.
     */
    Standing and(Standing other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
