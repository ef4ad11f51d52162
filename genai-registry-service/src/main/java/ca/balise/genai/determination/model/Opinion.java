package ca.balise.genai.determination.model;

/** What the security unit said (FAQ-10.2). */
public enum Opinion {
    YES,
    NO,
    /** Favourable on conditions. */
    CONDITIONAL
}
