package ca.balise.social.determination.model;

import ca.balise.kit.reasoning.Facts;
import ca.balise.kit.reasoning.canonical.CanonicalJson;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An account to judge, with all it rests on.
 *
 * @param asOf the day judged
 * @param facts what is known, how its platform stands among it
 */
public record AccountCase(LocalDate asOf, Facts facts) {

    /**
     * The case in its one spelling: what is known by path, and nothing of what is not. Two callers who know the same say the same,
     * however they wrote it. It holds open text: keep it as such.
     */
    public CanonicalJson canonical() {
        Map<String, Object> byPath = new TreeMap<>(facts.byPath());
        byPath.replaceAll((path, value) -> plain(value));
        return CanonicalJson.of(Map.of("asOf", asOf, "facts", byPath));
    }

    /** What is a code in a text is known from the text. */
    private static Object plain(Object value) {
        return value instanceof List<?> several
                ? several.stream()
                        .map(one -> one instanceof Term term ? term.text() : one)
                        .toList()
                : value;
    }
}
