package ca.balise.social.determination.model;

import ca.balise.kit.reasoning.Inquiry;
import ca.balise.kit.reasoning.Verdict;

/** One of D0 to D8 and C: concludes, or leaves the account to the next with what it noted. */
interface AccountRule {

    /**
     * Goes through an account.
     *
     * @param look the account
     * @param posture what the rules before noted of it
     */
    Verdict<AccountConclusion> visit(Inquiry look, Posture posture);
}
