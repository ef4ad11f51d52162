package ca.balise.genai.determination.model;

import static ca.balise.genai.determination.model.SuspensionFacts.BASIS;
import static ca.balise.genai.determination.model.SuspensionFacts.BUSINESS_CASE;
import static ca.balise.genai.determination.model.SuspensionFacts.RECOMMENDED_BY;
import static ca.balise.genai.determination.model.SuspensionFacts.RECOMMENDED_ON;
import static ca.balise.genai.determination.model.SuspensionFacts.SUBMITTED_ON;

import ca.balise.kit.reasoning.Fact;
import ca.balise.kit.reasoning.Inquiry;

/**
 * FAQ-9.2: a business case that the chief information officer of Québec, not the body's own, has recommended under section 8 of the
 * rules on information resource projects.
 */
final class BusinessCaseRule implements ExemptionRule {

    @Override
    public Exemption exemption() {
        return Exemption.BUSINESS_CASE;
    }

    @Override
    public Fact<Boolean> claim() {
        return BUSINESS_CASE;
    }

    @Override
    public ExemptionFinding judge(Inquiry look) {
        var conditions = new Conditions(look, true);
        conditions.put(Standing.ofShown(look.is(RECOMMENDED_BY, Officer.DPI)), RECOMMENDED_BY);
        if (!conditions.areSettled()) {
            conditions.put(Standing.ofShown(look.is(BASIS, BusinessCaseBasis.REGLES_GPRI_ART_8)), BASIS);
        }
        if (!conditions.areSettled()) {
            conditions.put(Standing.ofShown(look.isReached(RECOMMENDED_ON, look.asOf())), RECOMMENDED_ON);
        }
        if (conditions.state() == ExemptionState.MET) {
            look.find(exemption().rule(), ExemptionState.MET, "BUSINESS_CASE_MET");
            return ExemptionFinding.met(exemption());
        }
        if (!look.isBrief() && isPending(look)) {
            look.find(exemption().rule(), ExemptionState.PENDING, "BUSINESS_CASE_PENDING");
            return new ExemptionFinding(
                    exemption(), ExemptionState.PENDING, conditions.missing(), ReasonCode.EXCEPTION_PENDING);
        }
        look.find(exemption().rule(), ExemptionState.NOT_MET, "BUSINESS_CASE_NOT_MET");
        return new ExemptionFinding(exemption(), ExemptionState.NOT_MET, conditions.missing(), null);
    }

    /** Submitted by the day judged, and nobody has recommended anything by then. */
    private static boolean isPending(Inquiry look) {
        return look.isReached(SUBMITTED_ON, look.asOf()) && !look.isReached(RECOMMENDED_ON, look.asOf());
    }
}
