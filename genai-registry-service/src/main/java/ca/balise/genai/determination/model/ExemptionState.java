package ca.balise.genai.determination.model;

/** How a claimed exception stands. */
public enum ExemptionState {
    MET,
    NOT_MET,
    /** Asked for, and not yet decided; until then it is not met. */
    PENDING,
    /** It depends on the day on which the suspension came into force, which is not known. */
    INDETERMINATE
}
