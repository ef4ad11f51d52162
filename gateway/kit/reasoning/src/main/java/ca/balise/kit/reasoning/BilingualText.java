package ca.balise.kit.reasoning;

/**
 * A message in the two official languages, written for the person who reads it.
 *
 * @param en the English text
 * @param fr the French text
 */
public record BilingualText(String en, String fr) {

    public BilingualText {
        if (en.isBlank() || fr.isBlank()) {
            throw new IllegalArgumentException("a message needs both languages");
        }
    }
}
