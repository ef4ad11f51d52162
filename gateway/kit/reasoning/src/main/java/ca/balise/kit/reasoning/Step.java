package ca.balise.kit.reasoning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a {@link Determination}: a rule that was visited, what it answered, why, and the facts it looked at.
 *
 * @param rule id of the rule, for example {@code R3}; a part of a rule has an id below it, {@code R6.3.1}
 * @param answer what the rule answered
 * @param fired whether the rule concluded, so that no later rule was visited
 * @param finding what it found
 * @param facts what it looked at since the step before
 */
public record Step(String rule, String answer, boolean fired, Finding finding, List<Look> facts) {

    /**
     * A fact as a rule saw it.
     *
     * @param fact the fact
     * @param value its value as it may be shown; {@code null} if it is unknown, or open text
     * @param provenance where it comes from
     */
    public record Look(Fact<?> fact, @Nullable String value, Provenance provenance) {}
}
