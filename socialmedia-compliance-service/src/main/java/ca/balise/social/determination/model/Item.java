package ca.balise.social.determination.model;

import ca.balise.kit.reasoning.Truth;

/** How one thing that is asked of an account stands, as the trace says it. */
enum Item {
    MET,
    NOT_MET,
    UNKNOWN;

    static Item of(Truth truth) {
        return switch (truth) {
            case TRUE -> MET;
            case FALSE -> NOT_MET;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
