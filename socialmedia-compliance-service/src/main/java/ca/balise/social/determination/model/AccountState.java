package ca.balise.social.determination.model;

/** What is happening to an account. It is stated: the notice's effective date is missing from the text, so no date decides (S-A12). */
public enum AccountState {
    NEW,
    EXISTING,
    CLOSING
}
