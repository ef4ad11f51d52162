package ca.balise.kit.determination;

import ca.balise.kit.http.reason.ReasonBody.SourceBody;
import ca.balise.kit.reasoning.BilingualText;
import ca.balise.kit.reasoning.Provenance;
import ca.balise.kit.reasoning.Step;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A rule that was visited, on the wire.
 *
 * @param rule its id; a part of a rule has an id below it
 * @param answer what it answered
 * @param fired whether it concluded
 * @param message what it found
 * @param source where the rule comes from
 * @param facts what it looked at
 */
@Schema(name = "DeterminationStep")
public record StepBody(
        String rule, String answer, boolean fired, BilingualText message, SourceBody source, List<LookBody> facts) {

    public static List<StepBody> of(List<Step> trace) {
        return trace.stream().map(StepBody::of).toList();
    }

    private static StepBody of(Step step) {
        return new StepBody(
                step.rule(),
                step.answer(),
                step.fired(),
                step.finding().message(),
                SourceBody.of(step.finding().source()),
                step.facts().stream().map(LookBody::of).toList());
    }

    /**
     * A fact as a rule saw it.
     *
     * @param path dotted path
     * @param value its value; null if it is unknown, or open text, which is never repeated
     * @param provenance where it comes from
     */
    @Schema(name = "DeterminationFact")
    public record LookBody(String path, @Nullable String value, Provenance provenance) {

        static LookBody of(Step.Look look) {
            return new LookBody(look.fact().path(), look.value(), look.provenance());
        }
    }
}
