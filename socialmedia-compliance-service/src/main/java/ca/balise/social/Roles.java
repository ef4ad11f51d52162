package ca.balise.social;

/** The realm's roles that have to do with official accounts. */
public final class Roles {

    /** Looks after a department's accounts. */
    public static final String COMMUNICATIONS = "social-communications";

    /** A department's access-to-information and privacy office. */
    public static final String ATIP = "social-atip";

    /** The principal publisher (Service Canada), who keeps the accounts of every department. */
    public static final String PUBLISHER = "social-publisher";

    /** Reads what is stored, anywhere. */
    public static final String AUDITOR = "auditor";

    private Roles() {}
}
