package ca.balise.social.account.model;

/** In which language an account speaks. */
public enum AccountLanguage {
    ENGLISH,
    FRENCH,
    BILINGUAL;

    /** Whether an account of this language and one of the other are the two sides of a pair. */
    public boolean pairsWith(AccountLanguage other) {
        return (this == ENGLISH && other == FRENCH) || (this == FRENCH && other == ENGLISH);
    }
}
