package ca.balise.genai.determination.model;

/** Who recommended or decided. */
public enum Officer {
    /** The chief information officer of Québec (« dirigeant principal de l’information »). */
    DPI,
    /** The body’s own information officer (« dirigeant de l’information »). */
    DI,
    OTHER
}
