package ca.balise.genai;

/** The realm's roles that have to do with the registry. */
public final class Roles {

    /** Declares what a body has and does. */
    public static final String DECLARANT = "registry-declarant";

    /** The body's own information officer (« dirigeant de l’information »). */
    public static final String DI = "registry-di";

    /** The MCN and the DPI, who review every body. */
    public static final String REVIEWER = "registry-reviewer";

    /** Reads what is stored, anywhere. */
    public static final String AUDITOR = "auditor";

    private Roles() {}
}
