package ca.balise.social.department;

/** The realm's roles that have to do with departments. */
final class Roles {

    /** Looks after a department's accounts. */
    static final String COMMUNICATIONS = "social-communications";

    /** A department's access-to-information and privacy office. */
    static final String ATIP = "social-atip";

    /** The principal publisher (Service Canada), who keeps the accounts of every department. */
    static final String PUBLISHER = "social-publisher";

    /** Reads what is stored, anywhere. */
    static final String AUDITOR = "auditor";

    private Roles() {}
}
