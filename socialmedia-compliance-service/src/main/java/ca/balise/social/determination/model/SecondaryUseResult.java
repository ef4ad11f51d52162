package ca.balise.social.determination.model;

/** How a secondary use stands (PIN-2021-01 Q6, Q8). */
public enum SecondaryUseResult {
    CONSISTENT,
    NOT_CONSISTENT,
    CONSISTENT_WITH_CONSENT,
    CONSENT_REQUIRED,
    CONSENT_UNKNOWN
}
