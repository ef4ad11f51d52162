package ca.balise.deid.release.model;

/** The answer to "may this be released?". A person decides all the same. */
public enum Verdict {
    /** Nothing that was measured or stated speaks against it. */
    RELEASABLE,
    /** It may, where the conditions among the reasons are kept. */
    RELEASABLE_WITH_CONDITIONS,
    /** It may not as it stands: at least one definite failure, whatever is still unknown. */
    NOT_RELEASABLE,
    /** No definite failure, but a fact that decides is unknown. */
    INDETERMINATE
}
