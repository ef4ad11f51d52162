package ca.balise.social.determination.model;

import static ca.balise.social.determination.model.AccountFacts.AUTHORITY_VERIFIED;
import static ca.balise.social.determination.model.AccountFacts.OTHER_USE_PURPOSES;
import static ca.balise.social.determination.model.AccountFacts.OWN_ANALYSES_DONE;
import static ca.balise.social.determination.model.AccountFacts.PUBLISHER_CONTACTED;

import ca.balise.kit.reasoning.Inquiry;
import ca.balise.kit.reasoning.Truth;
import ca.balise.kit.reasoning.Verdict;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * D5: another use is the department's own to answer for: its authority, its analyses, the principal publisher if the account is new (Q5).
 * That collecting may then need consent is our inference from Q7.
 */
final class OtherUseRule implements AccountRule {

    @Override
    public Verdict<AccountConclusion> visit(Inquiry look, Posture posture) {
        posture.piaForOtherUse = posture.otherUse;
        switch (posture.otherUse) {
            case FALSE -> look.reason("COLLECTION_CONSENT_NOT_REQUIRED");
            case UNKNOWN -> {}
            case TRUE -> {
                posture.oweUntilShown(look, AUTHORITY_VERIFIED, "VERIFY_AUTHORITY", Gravity.DUE_BEFORE_USE);
                posture.oweUntilShown(look, OWN_ANALYSES_DONE, "OWN_COMPLIANCE_ANALYSES", Gravity.DUE_BEFORE_USE);
                look.find(
                        "D5",
                        Item.of(look.truth(AUTHORITY_VERIFIED).and(look.truth(OWN_ANALYSES_DONE))),
                        "OWN_RESPONSIBILITY");
                if (posture.isNew()) {
                    posture.oweUntilShown(
                            look, PUBLISHER_CONTACTED, "CONSULT_PRINCIPAL_PUBLISHER", Gravity.DUE_BEFORE_USE);
                    look.find("D5", Item.of(look.truth(PUBLISHER_CONTACTED)), "PUBLISHER_CONSULTED");
                }
                look.reason("COLLECTION_CONSENT_MAY_BE_REQUIRED");
                purposes(look, posture);
            }
        }
        return Verdict.continues();
    }

    private static void purposes(Inquiry look, Posture posture) {
        List<@Nullable Purpose> purposes = look.<Map<String, Purpose>, List<@Nullable Purpose>>ask(
                OTHER_USE_PURPOSES, stated -> purposes(stated, posture.otherUses));
        if (purposes.contains(Purpose.NON_ADMINISTRATIVE)) {
            posture.protocol = ProtocolResult.MAY_ESTABLISH;
            look.reason("PRIVACY_PROTOCOL_MAY_BE_ESTABLISHED");
            look.find("D5", Truth.TRUE, "NON_ADMINISTRATIVE_PURPOSE");
            boolean all = purposes.stream().allMatch(Purpose.NON_ADMINISTRATIVE::equals);
            if (all && look.takesOther(OpenPoint.PROTOCOL_ONLY)) {
                posture.piaForOtherUse = Truth.FALSE;
            }
        }
        if (purposes.contains(null)) {
            look.lacks(OTHER_USE_PURPOSES);
        }
    }

    /** The purpose of each other use. */
    private static List<@Nullable Purpose> purposes(@Nullable Map<String, Purpose> stated, List<Term> uses) {
        Map<String, Purpose> purposes = stated == null ? Map.of() : stated;
        return uses.stream().map(use -> purposes.get(use.text())).toList();
    }
}
