package ca.balise.social.determination.model;

import static ca.balise.social.determination.model.AccountFacts.ACCOUNT_STATE;
import static ca.balise.social.determination.model.AccountFacts.ATIP_CONSULTED;
import static ca.balise.social.determination.model.AccountFacts.CREATED_ON;
import static ca.balise.social.determination.model.AccountFacts.PUBLISHER_PERMISSION;
import static ca.balise.social.determination.model.AccountFacts.REQUEST_FORM_SUBMITTED;

import ca.balise.kit.reasoning.Fact;
import ca.balise.kit.reasoning.Inquiry;
import ca.balise.kit.reasoning.Truth;
import ca.balise.kit.reasoning.Verdict;

/**
 * D3n, D3e, D3c: what a new account owes (Q1, Q3), what is expected of an existing one (Q3; S-A8), how one is closed (Q1, Q11). Which
 * of them it is has to be stated (S-A12).
 */
final class AccountStateRule implements AccountRule {

    @Override
    public Verdict<AccountConclusion> visit(Inquiry look, Posture posture) {
        posture.state = look.known(ACCOUNT_STATE);
        switch (posture.state) {
            case null -> unknown(look, posture);
            case NEW -> {
                require(look, posture, ATIP_CONSULTED, "CONSULT_ATIP_COORDINATOR", "ATIP_CONSULTED");
                require(look, posture, REQUEST_FORM_SUBMITTED, "SUBMIT_REQUEST_FORM", "FORM_SUBMITTED");
                require(
                        look,
                        posture,
                        PUBLISHER_PERMISSION,
                        "OBTAIN_PRINCIPAL_PUBLISHER_PERMISSION",
                        "PERMISSION_GRANTED");
            }
            case EXISTING -> existing(look, posture);
            case CLOSING -> {
                posture.owe(look, "FOLLOW_PRINCIPAL_PUBLISHER_CLOSURE_PROCESS", Gravity.OPEN);
                look.find("D3c", AccountState.CLOSING, "CLOSING_BY_PROCESS");
                posture.owe(look, "RETAIN_ADMINISTRATIVE_RECORDS", Gravity.OPEN);
                look.find("D3c", AccountState.CLOSING, "RECORDS_OUTLIVE_THE_ACCOUNT");
            }
        }
        return Verdict.continues();
    }

    /** By date it could not be told either: the text has no effective date. */
    private static void unknown(Inquiry look, Posture posture) {
        look.takesOther(OpenPoint.DATE_DECIDES);
        look.known(CREATED_ON);
        look.find("D3n", Item.UNKNOWN, "STATE_UNKNOWN");
        look.find("D3n", Item.UNKNOWN, "FORM_ONLY_FOR_NEW");
        posture.leaveOpen(look, ACCOUNT_STATE);
    }

    private static void require(Inquiry look, Posture posture, Fact<Boolean> fact, String duty, String finding) {
        posture.require(look, fact, duty);
        look.find("D3n", Item.of(look.truth(fact)), finding);
    }

    private static void existing(Inquiry look, Posture posture) {
        look.find("D3e", AccountState.EXISTING, "FORM_ONLY_FOR_NEW");
        Truth confirmed = look.truth(ATIP_CONSULTED);
        if (!confirmed.isTrue() && look.takesOther(OpenPoint.CONFIRMATION_IS_MANDATORY)) {
            posture.require(look, ATIP_CONSULTED, "ATIP_CONFIRMATION_EXPECTED");
        } else {
            posture.oweUntilShown(look, ATIP_CONSULTED, "ATIP_CONFIRMATION_EXPECTED", Gravity.OPEN);
        }
        look.find("D3e", Item.of(confirmed), "ATIP_CONFIRMED");
    }
}
