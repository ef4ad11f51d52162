package ca.balise.social.determination;

import ca.balise.kit.determination.Explanation;
import ca.balise.kit.determination.Wording;
import ca.balise.kit.http.language.Language;
import ca.balise.social.determination.model.AccountConclusion;
import ca.balise.social.determination.model.AccountFacts;
import ca.balise.social.determination.model.AccountStatus;
import ca.balise.social.determination.model.JudgedAccount;
import ca.balise.social.determination.model.SecondaryUseResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Explains a determination of an account in one language. No text of the caller's is in it. */
@ApplicationScoped
public class ExplainAccount {

    /** What a page says of it. */
    public Explanation<AccountStatus> explain(JudgedAccount judged, Language language) {
        var words = new Wording(ExplainAccount.class, language);
        var determination = judged.determination();
        var explanation =
                new Explanation<>(determination, judged.changes(), judged.decidedAt(), judged.inputHash(), words);
        AccountConclusion.Results results = determination.conclusion().results();
        explanation.result(
                "applicability", words.of("answer", determination.conclusion().applicability()));
        if (results != null) {
            explanation
                    .result("platformReview", words.of("answer", results.platformReview()))
                    .result("pia", words.of("answer", results.pia()))
                    .result(
                            "legalAnalysis",
                            results.legalAnalysis().stream()
                                    .map(analysis -> words.of("analysis", analysis))
                                    .collect(Collectors.joining("; ")))
                    .result("collectionConsent", words.of("consent", results.collectionConsent()));
            if (results.privacyProtocol() != null) {
                explanation.result("privacyProtocol", words.of("protocol", results.privacyProtocol()));
            }
            explanation.table("secondaryUse", rows(results.secondaryUse(), words));
        }
        return explanation;
    }

    private static List<List<List<String>>> rows(Map<String, SecondaryUseResult> uses, Wording words) {
        return uses.entrySet().stream()
                .map(use -> List.of(
                        List.of(words.of(
                                "value",
                                AccountFacts.secondaryUses(List.of(use.getKey()))
                                        .getFirst())),
                        List.of(words.of("answer", use.getValue()))))
                .toList();
    }
}
