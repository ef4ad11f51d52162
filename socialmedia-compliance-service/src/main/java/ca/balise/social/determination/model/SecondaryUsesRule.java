package ca.balise.social.determination.model;

import static ca.balise.social.determination.model.AccountFacts.AUTHORITY_VERIFIED;
import static ca.balise.social.determination.model.AccountFacts.MAILING_LIST_CONSENT;
import static ca.balise.social.determination.model.AccountFacts.OWN_ANALYSES_DONE;
import static ca.balise.social.determination.model.AccountFacts.PIB_CONSISTENT_USE;
import static ca.balise.social.determination.model.AccountFacts.SECONDARY_USES;

import ca.balise.kit.reasoning.Inquiry;
import ca.balise.kit.reasoning.Truth;
import ca.balise.kit.reasoning.Verdict;
import java.util.List;
import java.util.Map;

/**
 * D6: a secondary use must be consistent with the standard banks (Q6); the notice's list is of examples, so that another can be shown to
 * be. D7: a mailing list needs consent (Q8; S-A5). Where none is stated there is none.
 */
final class SecondaryUsesRule implements AccountRule {

    @Override
    public Verdict<AccountConclusion> visit(Inquiry look, Posture posture) {
        List<Term> uses = look.ask(SECONDARY_USES, stated -> stated == null ? List.of() : stated);
        if (!uses.isEmpty()) {
            look.find("D6", Truth.TRUE, "SECONDARY_USES");
        }
        for (Term use : uses) {
            if (!posture.secondaryUses.containsKey(use.text())) {
                posture.secondaryUses.put(use.text(), judge(look, posture, use.text()));
            }
        }
        if (posture.hasInconsistentSecondaryUse()) {
            answerFor(look, posture);
        }
        return Verdict.continues();
    }

    private static SecondaryUseResult judge(Inquiry look, Posture posture, String use) {
        if (use.equals(AccountFacts.MAILING_LIST)) {
            return mailingList(look, posture);
        }
        if (AccountFacts.CONSISTENT_USES.contains(use)) {
            look.find("D6", SecondaryUseResult.CONSISTENT, "CONSISTENT_USE");
            return SecondaryUseResult.CONSISTENT;
        }
        if (look.ask(PIB_CONSISTENT_USE, shown -> isShown(shown == null ? Map.of() : shown, use))) {
            look.find("D6", SecondaryUseResult.CONSISTENT, "USE_PROVED_CONSISTENT");
            return SecondaryUseResult.CONSISTENT;
        }
        look.find("D6", SecondaryUseResult.NOT_CONSISTENT, "NOT_SHOWN_CONSISTENT");
        return SecondaryUseResult.NOT_CONSISTENT;
    }

    private static boolean isShown(Map<String, ConsistentUse> shown, String use) {
        ConsistentUse proof = shown.get(use);
        return proof != null && proof.isShown();
    }

    private static SecondaryUseResult mailingList(Inquiry look, Posture posture) {
        Truth consent = look.truth(MAILING_LIST_CONSENT);
        SecondaryUseResult result;
        if (!consent.isTrue() && look.takesOther(OpenPoint.CONSISTENT_USE_SUFFICES)) {
            result = SecondaryUseResult.CONSISTENT;
        } else {
            result = switch (consent) {
                case TRUE -> SecondaryUseResult.CONSISTENT_WITH_CONSENT;
                case FALSE -> {
                    posture.owe(look, "OBTAIN_MAILING_LIST_CONSENT", Gravity.MISSING);
                    yield SecondaryUseResult.CONSENT_REQUIRED;
                }
                case UNKNOWN -> {
                    posture.owe(look, "PROVE_MAILING_LIST_CONSENT", Gravity.OPEN);
                    look.lacks(MAILING_LIST_CONSENT);
                    yield SecondaryUseResult.CONSENT_UNKNOWN;
                }
            };
        }
        look.find("D7", result, "MAILING_LIST_CONSENT");
        return result;
    }

    private static void answerFor(Inquiry look, Posture posture) {
        posture.owe(look, "SECONDARY_USE_CONSENT_DECISION", Gravity.OPEN);
        posture.oweUntilShown(look, AUTHORITY_VERIFIED, "VERIFY_AUTHORITY_FOR_SECONDARY_USE", Gravity.DUE_BEFORE_USE);
        posture.oweUntilShown(
                look, OWN_ANALYSES_DONE, "OWN_COMPLIANCE_ANALYSES_FOR_SECONDARY_USE", Gravity.DUE_BEFORE_USE);
        look.find(
                "D6",
                Item.of(look.truth(AUTHORITY_VERIFIED).and(look.truth(OWN_ANALYSES_DONE))),
                "OWN_RESPONSIBILITY_FOR_SECONDARY_USE");
    }
}
