package ca.balise.social.determination.model;

import static ca.balise.social.determination.model.AccountFacts.LEGAL_CONSULTED;
import static ca.balise.social.determination.model.AccountFacts.LEGAL_OUTCOME;
import static ca.balise.social.determination.model.AccountFacts.PUBLISHER_CONTACTED;

import ca.balise.kit.reasoning.Inquiry;
import ca.balise.kit.reasoning.Verdict;

/**
 * D4: on a platform that was not reviewed, legal services must be consulted, and for a new account the principal publisher contacted
 * (Q9). Consulting is not the analysis that the consultation may find necessary.
 */
final class UnreviewedPlatformRule implements AccountRule {

    @Override
    public Verdict<AccountConclusion> visit(Inquiry look, Posture posture) {
        if (posture.review == ReviewResult.INDETERMINATE) {
            posture.platformAnalysis = LegalAnalysis.INDETERMINATE;
        }
        if (posture.review == ReviewResult.NOT_REVIEWED) {
            legalServices(look, posture);
            if (posture.isNew() || isExistingAndToBeContacted(look, posture)) {
                posture.oweUntilShown(look, PUBLISHER_CONTACTED, "CONTACT_PRINCIPAL_PUBLISHER", Gravity.DUE_BEFORE_USE);
                look.find("D4", Item.of(look.truth(PUBLISHER_CONTACTED)), "PUBLISHER_CONTACTED");
            }
        }
        return Verdict.continues();
    }

    private static void legalServices(Inquiry look, Posture posture) {
        posture.oweUntilShown(look, LEGAL_CONSULTED, "CONSULT_LEGAL_SERVICES", Gravity.DUE_BEFORE_USE);
        look.find("D4", Item.of(look.truth(LEGAL_CONSULTED)), "LEGAL_CONSULTED");
        posture.platformAnalysis =
                look.isShown(LEGAL_CONSULTED) ? LegalAnalysis.DONE : LegalAnalysis.CONSULT_LEGAL_SERVICES;
        LegalOutcome outcome = look.known(LEGAL_OUTCOME);
        if (outcome == LegalOutcome.ANALYSIS_NEEDED) {
            posture.owe(look, "COMPLETE_LEGAL_ANALYSIS", Gravity.DUE_BEFORE_USE);
            if (posture.platformAnalysis == LegalAnalysis.DONE) {
                posture.platformAnalysis = LegalAnalysis.COMPLETE_LEGAL_ANALYSIS;
            }
        } else if (outcome == null && posture.platformAnalysis == LegalAnalysis.DONE) {
            look.warn("LEGAL_OUTCOME_UNSTATED");
        }
        look.find(
                "D4",
                outcome == null ? Item.UNKNOWN : outcome == LegalOutcome.ANALYSIS_NEEDED ? Item.NOT_MET : Item.MET,
                "LEGAL_ANALYSIS");
    }

    private static boolean isExistingAndToBeContacted(Inquiry look, Posture posture) {
        return posture.state == AccountState.EXISTING
                && !look.isShown(PUBLISHER_CONTACTED)
                && look.takesOther(OpenPoint.CONTACT_FOR_EXISTING_TOO);
    }
}
