package ca.balise.social.determination.model;

/** What an open item means for the account as a whole. */
enum Gravity {
    /** Mandatory, and known to be missing. */
    MISSING,
    /** Mandatory once a use has begun. */
    DUE_BEFORE_USE,
    /** Something to do. */
    OPEN
}
