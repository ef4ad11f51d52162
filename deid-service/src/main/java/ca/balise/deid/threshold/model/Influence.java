package ca.balise.deid.threshold.model;

/** Which way a factor moves the size. */
public enum Influence {
    /** It sets the size the others move. */
    SETS,
    /** It speaks for a larger size. */
    RAISES,
    /** It speaks against a larger size. */
    LOWERS,
    /** It was weighed and moves nothing. */
    NEUTRAL,
    /** It is not known, and still has to be weighed. */
    UNKNOWN
}
