package ca.balise.social.determination.model;

/** What the department decided about a privacy impact assessment. */
public enum PiaDecision {
    COMPLETED,
    IN_PROGRESS,
    /** Counts with its reasons only. */
    NOT_NECESSARY
}
