package ca.balise.genai.determination.model;

/** How one condition of an exception stands. */
enum Standing {
    MET,
    /** Not shown; whoever relies on the exception must show it. */
    LACKING,
    /** Known not to be so. */
    FAILED,
    /** It depends on the day on which the suspension came into force, which is not known. */
    OPEN;

    static Standing ofShown(boolean shown) {
        return shown ? MET : LACKING;
    }
}
