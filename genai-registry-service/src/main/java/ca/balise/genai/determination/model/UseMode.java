package ca.balise.genai.determination.model;

/** Whether somebody organised the use. */
public enum UseMode {
    /** A project or initiative of the body, or of a part of it. */
    INITIATIVE,
    /** One person’s own use. */
    INDIVIDUAL
}
