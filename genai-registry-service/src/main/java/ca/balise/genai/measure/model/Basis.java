package ca.balise.genai.measure.model;

/** On what something registered rests. A text's silence is registered too, and is never filled in. */
public enum Basis {
    /** The text says so. */
    STATED,
    /** Our reading of what the text says; the words it starts from are quoted. */
    INFERRED,
    /** The text does not say. */
    NOT_STATED
}
