package ca.balise.social.determination.model;

import static ca.balise.social.determination.model.AccountFacts.USE_STARTED;

import ca.balise.kit.reasoning.Inquiry;
import ca.balise.kit.reasoning.Truth;
import ca.balise.kit.reasoning.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * C: how the items add up. What is mandatory and known to be missing weighs most, since nothing that is yet to be known could mend it;
 * then what is not known; then what is open.
 */
final class ComplianceRule implements AccountRule {

    @Override
    public Verdict<AccountConclusion> visit(Inquiry look, Posture posture) {
        AccountStatus status = status(look, posture);
        look.conclude("C", status, "ITEMS_ADDED_UP");
        look.mainReason("ACCOUNT_" + status);
        return Verdict.concludes(new AccountConclusion(
                status,
                Applicability.SUBJECT,
                new AccountConclusion.Results(
                        posture.review,
                        posture.pia,
                        legalAnalysis(posture),
                        consent(posture.otherUse),
                        posture.protocol,
                        Collections.unmodifiableMap(posture.secondaryUses))));
    }

    private static AccountStatus status(Inquiry look, Posture posture) {
        if (posture.lacksSomethingMandatory()) {
            return AccountStatus.NON_COMPLIANT;
        }
        if (posture.lacksSomethingDueBeforeUse() && look.isShown(USE_STARTED)) {
            look.find("C", Truth.TRUE, "USE_STARTED");
            return AccountStatus.NON_COMPLIANT;
        }
        if (posture.isUndetermined()) {
            return AccountStatus.INDETERMINATE;
        }
        return posture.hasOpenItems() ? AccountStatus.ACTION_REQUIRED : AccountStatus.COMPLIANT;
    }

    private static List<LegalAnalysis> legalAnalysis(Posture posture) {
        List<LegalAnalysis> analyses = new ArrayList<>();
        if (posture.platformAnalysis != null) {
            analyses.add(posture.platformAnalysis);
        }
        if (posture.otherUse.isTrue() || posture.hasInconsistentSecondaryUse()) {
            analyses.add(LegalAnalysis.OWN_ANALYSES_REQUIRED);
        } else if (posture.otherUse.isUnknown() && analyses.isEmpty()) {
            analyses.add(LegalAnalysis.INDETERMINATE);
        }
        return analyses.isEmpty() ? List.of(LegalAnalysis.NOT_REQUIRED) : List.copyOf(analyses);
    }

    private static ConsentResult consent(Truth otherUse) {
        return switch (otherUse) {
            case TRUE -> ConsentResult.MAY_BE_REQUIRED;
            case FALSE -> ConsentResult.NOT_REQUIRED;
            case UNKNOWN -> ConsentResult.INDETERMINATE;
        };
    }
}
