package ca.balise.genai.determination.model;

/** Which unit specialised in information security. */
public enum SecurityUnit {
    /** The body’s own (FAQ-10.2). */
    OWN,
    /** The one to which the body is attached (FAQ-9.4). */
    ATTACHED,
    OTHER
}
