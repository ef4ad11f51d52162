package ca.balise.deid.release.model;

/** What one finding does to the verdict, strongest first. */
public enum Effect {
    /** A definite failure: the verdict is {@link Verdict#NOT_RELEASABLE}. */
    FAILS,
    /** A fact that decides is unknown. */
    UNKNOWN,
    /** It may be released where this is kept. */
    CONDITION,
    /** It speaks for release. */
    SUPPORTS,
    /** Always said, whatever the verdict. */
    REMINDER
}
