package ca.balise.social.retention;

import ca.balise.kit.determination.Explanation;
import ca.balise.kit.determination.Wording;
import ca.balise.kit.http.language.Language;
import ca.balise.social.retention.model.JudgedRecord;
import ca.balise.social.retention.model.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Explains a determination of a record in one language. No text of the caller's is in it. */
@ApplicationScoped
public class ExplainRetention {

    /** What a page says of it. */
    public Explanation<Retention> explain(JudgedRecord judged, Language language) {
        var words = new Wording(ExplainRetention.class, language);
        var conclusion = judged.determination().conclusion();
        var explanation = new Explanation<>(
                judged.determination(), judged.changes(), judged.decidedAt(), judged.inputHash(), words);
        day(explanation, "earliestDisposal", conclusion.earliestDisposal());
        day(explanation, "overdueSince", conclusion.overdueSince());
        if (!conclusion.mustKeep().isEmpty()) {
            explanation.result(
                    "mustKeep",
                    conclusion.mustKeep().stream()
                            .map(item -> words.of("value", item))
                            .collect(Collectors.joining(", ")));
        }
        if (conclusion.guard() != null) {
            explanation.result("guard", words.of("guard", conclusion.guard()));
        }
        return explanation.result("compliance", words.of("answer", conclusion.compliance()));
    }

    private static void day(Explanation<Retention> explanation, String name, @Nullable LocalDate day) {
        if (day != null) {
            explanation.result(name, day.toString());
        }
    }
}
