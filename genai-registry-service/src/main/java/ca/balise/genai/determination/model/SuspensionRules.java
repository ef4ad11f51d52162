package ca.balise.genai.determination.model;

import ca.balise.kit.reasoning.Change;
import ca.balise.kit.reasoning.Determination;
import ca.balise.kit.reasoning.Facts;
import ca.balise.kit.reasoning.Inquiry;
import ca.balise.kit.reasoning.Readings;
import ca.balise.kit.reasoning.Reasoning;
import ca.balise.kit.reasoning.RuleBook;
import ca.balise.kit.reasoning.Verdict;
import java.time.LocalDate;
import java.util.List;

/**
 * Whether a use of generative AI is suspended under IA-RI-2025-001-OP, as of a day: rules R1 to R7 in order, the first that concludes
 * wins. Pure.
 */
public final class SuspensionRules {

    private final List<SuspensionRule> scopeAndPeriod;
    private final ExemptionsRule exemptions;
    private final Reasoning<SuspensionConclusion, SuspensionStatus> reasoning;

    /** @param book {@code rules/suspension.yaml} */
    public SuspensionRules(RuleBook book) {
        int year = book.parameter("YEAR_OF_THE_INSTRUMENT").intValue();
        scopeAndPeriod = List.of(
                new PublicBodyRule(),
                new AssistantRule(),
                new IndividualUseRule(),
                new CoveredActivityRule(),
                new PeriodRule());
        exemptions = new ExemptionsRule(new InForceDay(LocalDate.of(year, 1, 1)));
        reasoning = new Reasoning<>(book, this::conclude, SuspensionConclusion::status);
    }

    /** What the rules say of a case. */
    public Determination<SuspensionConclusion, SuspensionStatus> determine(
            Facts facts, Readings readings, LocalDate asOf) {
        return reasoning.determine(facts, readings, asOf);
    }

    /** The smallest sets of missing facts that would alter the status of a determination. */
    public List<Change<SuspensionStatus>> changes(Determination<SuspensionConclusion, SuspensionStatus> determination) {
        return reasoning.changes(determination);
    }

    /** The status alone, found as in a what-if. */
    SuspensionStatus status(Facts facts, Readings readings, LocalDate asOf) {
        return reasoning.status(facts, readings, asOf);
    }

    private SuspensionConclusion conclude(Inquiry look) {
        SuspensionConclusion conclusion = firstToConclude(look);
        look.mainReason(conclusion.reason().name());
        return conclusion;
    }

    private SuspensionConclusion firstToConclude(Inquiry look) {
        for (SuspensionRule rule : scopeAndPeriod) {
            switch (look.part(rule, rule::visit)) {
                case Verdict.Concludes<SuspensionConclusion>(SuspensionConclusion conclusion) -> {
                    return conclusion;
                }
                case Verdict.Continues<SuspensionConclusion> _ -> {}
            }
        }
        return exemptions.conclude(look);
    }
}
