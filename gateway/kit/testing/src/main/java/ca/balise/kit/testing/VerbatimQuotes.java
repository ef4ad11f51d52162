package ca.balise.kit.testing;

import ca.balise.kit.reasoning.RuleBook;
import ca.balise.kit.reasoning.Source;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Proves that what is quoted is what was published. One thing only is normalised, on both sides: a run of spaces, tabs and line
 * breaks counts as one space. Everything else must match to the letter: accents, straight or typographic apostrophes, dashes,
 * non-breaking spaces, case.
 */
public final class VerbatimQuotes {

    private VerbatimQuotes() {}

    /** Everything that the book quotes. Skipped where the texts are absent, never on CI. */
    public static void assertAllStandIn(RuleBook book) {
        assertAllStandIn(book.citations());
    }

    /**
     * Every citation of the list.
     *
     * @throws AssertionError naming each quote that does not stand in its source, or if the list is empty
     */
    public static void assertAllStandIn(Collection<Source.Citation> citations) {
        SharedMaterial.assumePresent();
        Map<String, String> texts = new HashMap<>();
        assertAllStandIn(
                citations, instrument -> texts.computeIfAbsent(instrument, name -> SharedMaterial.source(name)));
    }

    static void assertAllStandIn(Collection<Source.Citation> citations, Texts texts) {
        if (citations.isEmpty()) {
            throw new AssertionError("no citation was given: nothing would be proved");
        }
        List<String> strangers = citations.stream()
                .filter(citation -> citation.quote().isBlank()
                        || !normal(texts.of(citation.instrument())).contains(normal(citation.quote())))
                .map(citation -> citation.instrument() + " " + citation.paragraph() + ": « " + citation.quote() + " »")
                .toList();
        if (!strangers.isEmpty()) {
            throw new AssertionError("not in the published text, to the letter:\n" + String.join("\n", strangers));
        }
    }

    private static String normal(String text) {
        return text.replaceAll("[ \\t\\r\\n]+", " ").strip();
    }

    /** Where a text is found. */
    interface Texts {
        String of(String instrument);
    }
}
