package ca.balise.social.account.model;

/** How far an account is on its way. */
public enum AccountStatus {
    /** Described. */
    DRAFT,
    /** The access-to-information and privacy coordinator was consulted. */
    ATIP_CONSULTED,
    /** The request form lies with the principal publisher. */
    SUBMITTED,
    /** The principal publisher permitted it. */
    PERMITTED,
    /** In use. */
    ACTIVE,
    /** Being closed, by the principal publisher's process. */
    CLOSING,
    /** Closed; its address is free for another. */
    CLOSED
}
