package ca.balise.social.retention.model;

import ca.balise.kit.reasoning.Facts;
import ca.balise.kit.reasoning.canonical.CanonicalJson;
import java.time.LocalDate;
import java.util.Map;

/**
 * A record to judge.
 *
 * @param asOf the day judged
 * @param facts what is known of it
 */
public record RetentionCase(LocalDate asOf, Facts facts) {

    /** The case in its one spelling: what is known by path, and nothing of what is not. It holds open text: keep it as such. */
    public CanonicalJson canonical() {
        return CanonicalJson.of(Map.of("asOf", asOf, "facts", facts.byPath()));
    }
}
