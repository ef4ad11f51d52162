package ca.balise.kit.reasoning;

/** Where a fact comes from: how far an answer that rests on it can be relied upon. */
public enum Provenance {
    /** The caller says so. */
    ASSERTED,
    /** The service holds it on record, with a provenance of its own. */
    RECORDED,
    /** It follows from other facts. */
    DERIVED,
    /** Nobody says; never treated as false, and never as safe. */
    UNKNOWN
}
