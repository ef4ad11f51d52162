package ca.balise.social.account.model;

/** How an account came to be here. Asserted; no date decides it (S-A12). */
public enum AccountEntry {
    /** It does not exist yet, and asks for permission. */
    NEW,
    /** It exists already, and needs no form (PIN-2021-01 Q3.2). */
    EXISTING
}
