package ca.balise.genai.determination.model;

/** To whom the document is addressed (FAQ-10.4). */
public enum Addressee {
    /** The body’s own information officer. */
    DI,
    /** The chief information officer of Québec. */
    DPI,
    DEPUTY_MINISTER,
    OTHER
}
