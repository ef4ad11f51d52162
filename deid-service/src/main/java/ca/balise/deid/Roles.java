package ca.balise.deid;

/** The realm's roles that have to do with de-identification. */
public final class Roles {

    /** Describes data, scores them and protects them. */
    public static final String ANALYST = "deid-analyst";

    /** Decides what may be released. */
    public static final String APPROVER = "deid-approver";

    /** Approves unpredictable techniques, such as noise, for which PIN-2020-03 advises a specialist; that it is an approval is our rule. */
    public static final String SPECIALIST = "deid-specialist";

    /** Reads what is stored, anywhere; never data. */
    public static final String AUDITOR = "auditor";

    private Roles() {}
}
