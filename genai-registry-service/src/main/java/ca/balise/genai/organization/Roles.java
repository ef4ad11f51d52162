package ca.balise.genai.organization;

/** The realm's roles that have to do with the registry. */
final class Roles {

    /** Declares what a body has and does. */
    static final String DECLARANT = "registry-declarant";

    /** The body's own information officer (« dirigeant de l’information »). */
    static final String DI = "registry-di";

    /** The MCN and the DPI, who review every body. */
    static final String REVIEWER = "registry-reviewer";

    /** Reads what is stored, anywhere. */
    static final String AUDITOR = "auditor";

    private Roles() {}
}
