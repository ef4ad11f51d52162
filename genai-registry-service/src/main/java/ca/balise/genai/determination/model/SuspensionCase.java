package ca.balise.genai.determination.model;

import ca.balise.kit.reasoning.Facts;
import ca.balise.kit.reasoning.canonical.CanonicalJson;
import java.time.LocalDate;
import java.util.Map;

/**
 * A case to judge, with all it rests on.
 *
 * @param asOf the day judged
 * @param facts what is known, the terms of the suspension among it
 */
public record SuspensionCase(LocalDate asOf, Facts facts) {

    /**
     * The case in its one spelling: what is known by path, and nothing of what is not. Two callers who know the same say the same,
     * however they wrote it. It holds open text: keep it as such.
     */
    public CanonicalJson canonical() {
        return CanonicalJson.of(Map.of("asOf", asOf, "facts", facts.byPath()));
    }

    /** The facts as they are kept, each with where it comes from. They hold open text: keep them sealed. */
    public CanonicalJson keptFacts() {
        return SuspensionFacts.KEPT.write(facts);
    }

    /**
     * A case of which the facts were kept.
     *
     * @throws IllegalArgumentException if they are not what {@link #keptFacts} wrote
     */
    public static SuspensionCase ofKept(LocalDate asOf, String facts) {
        return new SuspensionCase(asOf, SuspensionFacts.KEPT.read(facts));
    }
}
