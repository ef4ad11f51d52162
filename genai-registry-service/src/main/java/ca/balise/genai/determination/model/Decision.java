package ca.balise.genai.determination.model;

/** What became of a request to the chief information officer of Québec (FAQ-9.5). */
public enum Decision {
    AUTHORIZED,
    REFUSED,
    PENDING
}
