package ca.balise.social.retention.model;

/** What becomes of a record, as of a day. */
public enum Retention {
    /** It must be kept. */
    RETAIN,
    /** The minimum has passed; it may go. */
    MAY_DISPOSE,
    /** It may be kept, and no longer than it is needed. */
    MAY_KEEP_WHILE_NEEDED,
    /** It is no longer needed and must go. */
    MUST_DELETE,
    /** It depends on something that is not known: it must not be deleted. */
    INDETERMINATE
}
