package ca.balise.social.determination.model;

/** How a privacy impact assessment stands. The notice says « pourrait »: it is never said to be required. */
public enum PiaResult {
    NOT_REQUIRED,
    MAY_BE_REQUIRED,
    IN_PROGRESS,
    COMPLETED,
    /** Decided, with reasons, by the department. */
    DECIDED_NOT_NECESSARY
}
