package ca.balise.social.department.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A name of an organization as it is compared. Case, accents, punctuation and kinds of spaces never matter. What does is told apart
 * from what does not: {@code Justice Canada} and {@code Department of Justice Canada} have the same significant words.
 */
final class OrganizationName {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Words that names of one body come with and without, in either language. */
    private static final Set<String> INSIGNIFICANT = Set.of(
            "of",
            "the",
            "and",
            "for",
            "in",
            "to",
            "de",
            "du",
            "des",
            "la",
            "le",
            "les",
            "l",
            "d",
            "et",
            "en",
            "pour",
            "au",
            "aux",
            "a",
            "canada",
            "canadian",
            "canadien",
            "canadienne",
            "department",
            "ministere");

    private OrganizationName() {}

    /** The name without what never matters; empty if nothing is left. */
    static String exact(String name) {
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return BETWEEN_WORDS.matcher(plain).replaceAll(" ").strip();
    }

    /** Its significant words, in the singular as far as an {@code s} makes the plural. */
    static Set<String> significant(String name) {
        Set<String> words = new TreeSet<>();
        for (String word : exact(name).split(" ", -1)) {
            String singular = word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
            if (!word.isEmpty() && !INSIGNIFICANT.contains(word) && !INSIGNIFICANT.contains(singular)) {
                words.add(singular);
            }
        }
        return words;
    }

    /** Whether at least half of the significant words of the shorter name are also in the other. */
    static boolean resembles(Set<String> one, Set<String> other) {
        long common = one.stream().filter(other::contains).count();
        return common > 0 && 2 * common >= Math.min(one.size(), other.size());
    }
}
