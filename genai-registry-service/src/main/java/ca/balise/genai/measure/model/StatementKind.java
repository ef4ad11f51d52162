package ca.balise.genai.measure.model;

/** What a statement says about a measure. */
public enum StatementKind {
    /** What is suspended, refrained from or used, by whom. */
    SCOPE,
    /** A further scope that the text mentions beside the main one. */
    ADDITIONAL_SCOPE,
    /** Why. */
    REASON,
    /** A phase of the work on which the measure depends. */
    PHASE,
    /** A use that stays possible, or for which the technology is used. */
    PERMITTED_USE,
    /** A case that the measure does not reach. */
    EXCEPTION,
    /** What the text recommends, or refers to, without obliging. */
    RECOMMENDATION,
    /** Who alone may use the technology. */
    AUTHORIZED_USERS,
    /** A number that measures the use itself. */
    QUANTITY,
    /** A number that the text gives for context. */
    CONTEXT_FIGURE,
    /** Something promised and not yet done. */
    COMMITMENT,
    /** What must happen for the measure to end. */
    END_CONDITION,
    /** What the addressee says of its own practice; not a finding. */
    ADDRESSEE_POSITION,
    /** What the text reports without making it a term of the measure. */
    OBSERVATION,
    /** A general rule that the text recalls. */
    PRINCIPLE,
    /** Whom to ask. */
    CONTACT
}
