package ca.balise.social.determination.model;

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
 * What an official account owes under PIN-2021-01, as of a day: D0 decides whether the notice applies, D1 to D8 go through all that it
 * asks, C adds up. Pure.
 */
public final class AccountRules {

    private static final List<AccountRule> RULES = List.of(
            new ApplicabilityRule(),
            new PlatformRule(),
            new UsesRule(),
            new EveryAccountRule(),
            new AccountStateRule(),
            new UnreviewedPlatformRule(),
            new OtherUseRule(),
            new SecondaryUsesRule(),
            new ImpactAssessmentRule(),
            new ComplianceRule());

    private final Reasoning<AccountConclusion, AccountStatus> reasoning;

    /** @param book {@code rules/official-accounts.yaml} */
    public AccountRules(RuleBook book) {
        reasoning = new Reasoning<>(book, AccountRules::conclude, AccountConclusion::status);
    }

    /** What the rules say of an account. */
    public Determination<AccountConclusion, AccountStatus> determine(Facts facts, Readings readings, LocalDate asOf) {
        return reasoning.determine(facts, readings, asOf);
    }

    /** The smallest sets of missing facts that would alter the status of a determination. */
    public List<Change<AccountStatus>> changes(Determination<AccountConclusion, AccountStatus> determination) {
        return reasoning.changes(determination);
    }

    /** The status alone, found as in a what-if. */
    AccountStatus status(Facts facts, Readings readings, LocalDate asOf) {
        return reasoning.status(facts, readings, asOf);
    }

    private static AccountConclusion conclude(Inquiry look) {
        var posture = new Posture();
        for (AccountRule rule : RULES) {
            if (rule.visit(look, posture)
                    instanceof Verdict.Concludes<AccountConclusion>(AccountConclusion concluded)) {
                return concluded;
            }
        }
        throw new IllegalStateException("the last rule always concludes");
    }
}
