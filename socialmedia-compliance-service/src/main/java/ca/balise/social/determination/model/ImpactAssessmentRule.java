package ca.balise.social.determination.model;

import static ca.balise.social.determination.model.AccountFacts.MITIGATION_OPEN;
import static ca.balise.social.determination.model.AccountFacts.PERSONAL_INFORMATION;
import static ca.balise.social.determination.model.AccountFacts.PIA_DECISION;
import static ca.balise.social.determination.model.AccountFacts.PIA_RATIONALE;

import ca.balise.kit.reasoning.Inquiry;
import ca.balise.kit.reasoning.Truth;
import ca.balise.kit.reasoning.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * D8: no privacy impact assessment is mandatory on a reviewed platform, for covered uses, of the information and to the purposes of the
 * standard banks (Q9, Q10). Otherwise one may be, and a person decides: the notice says « pourrait », so it is never called required.
 */
final class ImpactAssessmentRule implements AccountRule {

    private static final List<List<Term>> INFORMATION =
            List.of(AccountFacts.personalInformation(List.of()), AccountFacts.personalInformation(List.of("-")));

    @Override
    public Verdict<AccountConclusion> visit(Inquiry look, Posture posture) {
        Truth reviewed = posture.review == ReviewResult.INDETERMINATE ? Truth.UNKNOWN : Truth.of(posture.isReviewed());
        Truth listed = look.ask(PERSONAL_INFORMATION, ImpactAssessmentRule::isListed, INFORMATION);
        look.find("D8", listed, "INFORMATION_LISTED");
        if (listed.isFalse()) {
            posture.owe(look, "REVIEW_PIB_COVERAGE", Gravity.OPEN);
        }
        if (listed.isUnknown()) {
            posture.leaveOpen(look, PERSONAL_INFORMATION);
        }
        boolean consistent = !posture.hasInconsistentSecondaryUse();
        Truth spared = reviewed.and(posture.piaForOtherUse.not()).and(listed).and(Truth.of(consistent));
        if (spared.isTrue()) {
            posture.pia = PiaResult.NOT_REQUIRED;
            look.find("D8", posture.pia, "PIA_SPARED");
            look.reason("PIA_NOT_REQUIRED");
            return Verdict.continues();
        }
        sayWhy(look, posture, listed, consistent);
        decision(look, posture);
        return Verdict.continues();
    }

    private static Truth isListed(@Nullable List<Term> information) {
        return information == null
                ? Truth.UNKNOWN
                : Truth.of(information.stream().allMatch(Term::isCode));
    }

    private static void sayWhy(Inquiry look, Posture posture, Truth listed, boolean consistent) {
        if (listed.isFalse() || !consistent) {
            look.find("D8", Truth.TRUE, "INFORMATION_OR_PURPOSE_OUTSIDE_THE_BANKS");
        }
        if (posture.piaForOtherUse.isTrue()) {
            look.find("D8", Truth.TRUE, "OTHER_USE_MAY_CALL_FOR_PIA");
        }
        if (!consistent) {
            look.find("D8", Truth.TRUE, "SECONDARY_USE_MAY_CALL_FOR_PIA");
        }
        look.find("D8", PiaResult.MAY_BE_REQUIRED, "PIA_POSSIBLE");
    }

    private static void decision(Inquiry look, Posture posture) {
        PiaDecision decision = look.known(PIA_DECISION);
        posture.pia = switch (decision) {
            case null -> PiaResult.MAY_BE_REQUIRED;
            case IN_PROGRESS -> PiaResult.IN_PROGRESS;
            case COMPLETED -> PiaResult.COMPLETED;
            case NOT_NECESSARY ->
                look.known(PIA_RATIONALE) == null ? PiaResult.MAY_BE_REQUIRED : PiaResult.DECIDED_NOT_NECESSARY;
        };
        look.find("D8", posture.pia, "PIA_DECIDED");
        switch (posture.pia) {
            case MAY_BE_REQUIRED -> {
                posture.owe(look, "PIA_DECISION", Gravity.OPEN);
                look.lacks(decision == null ? PIA_DECISION : PIA_RATIONALE);
            }
            // What is in progress is not decided yet.
            case IN_PROGRESS -> posture.owe(look, "PIA_DECISION", Gravity.OPEN);
            case COMPLETED -> {
                if (look.isShown(MITIGATION_OPEN)) {
                    posture.owe(look, "MITIGATE_RISKS", Gravity.OPEN);
                }
            }
            case DECIDED_NOT_NECESSARY, NOT_REQUIRED -> {}
        }
    }
}
