package ca.balise.social.determination.model;

/**
 * What shows that a secondary use is a consistent use of a standard bank, though the notice does not give it as an example.
 *
 * @param bank the bank
 * @param quote its words
 */
public record ConsistentUse(String bank, String quote) {

    boolean isShown() {
        return !quote.isBlank() && StandardBank.of(bank).isPresent();
    }
}
