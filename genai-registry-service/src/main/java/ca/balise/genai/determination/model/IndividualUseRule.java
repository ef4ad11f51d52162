package ca.balise.genai.determination.model;

import static ca.balise.genai.determination.model.SuspensionFacts.AVAILABLE_OUTSIDE;
import static ca.balise.genai.determination.model.SuspensionFacts.CONSUMER_VERSION;
import static ca.balise.genai.determination.model.SuspensionFacts.FREE;
import static ca.balise.genai.determination.model.SuspensionFacts.MODE;
import static ca.balise.genai.determination.model.SuspensionFacts.PAYER;
import static ca.balise.genai.determination.model.SuspensionFacts.PERMITS_ACCESS;
import static ca.balise.genai.determination.model.SuspensionFacts.PERSONAL;
import static ca.balise.genai.determination.model.SuspensionFacts.RULING_OF_THE_MCN;

import ca.balise.kit.reasoning.Fact;
import ca.balise.kit.reasoning.Inquiry;
import ca.balise.kit.reasoning.Truth;
import ca.balise.kit.reasoning.Verdict;
import java.util.List;

/**
 * R3: the suspension does not concern the personal use, by an employee, of a free consumer version that is on the web for everybody
 * (FAQ-3.1). What it says of permission (FAQ-3.1b) decides what may be told to the employee, not whether the use is covered: G-A4.
 */
final class IndividualUseRule implements SuspensionRule {

    private static final List<Fact<Boolean>> CONDITIONS = List.of(PERSONAL, CONSUMER_VERSION, FREE, AVAILABLE_OUTSIDE);
    private static final List<Fact<Boolean>> OTHER_THAN_FREE = List.of(PERSONAL, CONSUMER_VERSION, AVAILABLE_OUTSIDE);

    @Override
    public Verdict<SuspensionConclusion> visit(Inquiry look) {
        if (!look.is(MODE, UseMode.INDIVIDUAL)) {
            look.find("R3", Truth.FALSE, "NOT_INDIVIDUAL");
            return Verdict.continues();
        }
        return switch (look.truth(FREE)) {
            case TRUE -> free(look);
            case FALSE -> paid(look);
            case UNKNOWN -> freeOrPaid(look);
        };
    }

    private static Verdict<SuspensionConclusion> free(Inquiry look) {
        return switch (conjunction(look, OTHER_THAN_FREE)) {
            case TRUE -> consumerUse(look);
            case FALSE -> noConsumerUse(look);
            case UNKNOWN -> unknown(look);
        };
    }

    /** A use that is no consumer use is judged by its activities, unless it turns out that the employee pays for it. */
    private static Verdict<SuspensionConclusion> freeOrPaid(Inquiry look) {
        boolean organised = conjunction(look, OTHER_THAN_FREE).isFalse() && look.is(PAYER, Payer.ORGANIZATION);
        return organised ? noConsumerUse(look) : unknown(look);
    }

    private static Verdict<SuspensionConclusion> noConsumerUse(Inquiry look) {
        look.find("R3", Truth.FALSE, "NO_CONSUMER_USE");
        return Verdict.continues();
    }

    private static Verdict<SuspensionConclusion> unknown(Inquiry look) {
        look.conclude("R3", Truth.UNKNOWN, "CONSUMER_USE_UNKNOWN");
        CONDITIONS.stream()
                .filter(condition -> look.truth(condition).isUnknown())
                .forEach(look::lacks);
        return SuspensionRule.concludes(ReasonCode.USE_FACTS_MISSING);
    }

    private static Truth conjunction(Inquiry look, List<Fact<Boolean>> conditions) {
        Truth all = Truth.TRUE;
        for (Fact<Boolean> condition : conditions) {
            all = all.and(look.truth(condition));
            if (all.isFalse() && look.isBrief()) {
                break;
            }
        }
        return all;
    }

    /** A paid plan is not « gratuite ». Bought by the body it is an acquisition; of one that the employee pays the text says nothing. */
    private static Verdict<SuspensionConclusion> paid(Inquiry look) {
        Payer payer = look.known(PAYER);
        if (payer == Payer.ORGANIZATION) {
            look.find("R3", Truth.FALSE, "PAID_BY_THE_ORGANIZATION");
            return Verdict.continues();
        }
        if (payer == Payer.EMPLOYEE) {
            if (look.takesOther(OpenPoint.EMPLOYEE_PLAN_COVERED)) {
                look.find("R3", Truth.FALSE, "PAID_BY_THE_EMPLOYEE");
                return Verdict.continues();
            }
            look.conclude("R3", Truth.UNKNOWN, "PAID_BY_THE_EMPLOYEE");
            look.lacks(RULING_OF_THE_MCN);
            return SuspensionRule.concludes(ReasonCode.PAID_BY_EMPLOYEE);
        }
        look.conclude("R3", Truth.UNKNOWN, "PAYER_UNKNOWN");
        look.lacks(PAYER);
        return SuspensionRule.concludes(ReasonCode.USE_FACTS_MISSING);
    }

    private static Verdict<SuspensionConclusion> consumerUse(Inquiry look) {
        if (!look.heeds(OpenPoint.ACCESS_IS_A_CONDITION)) {
            // Permission does not change the status.
            return SuspensionRule.concludes(ReasonCode.INDIVIDUAL_CONSUMER_USE);
        }
        look.find("R3", Truth.TRUE, "CONSUMER_USE");
        Truth permits = look.truth(PERMITS_ACCESS);
        boolean isCondition = !permits.isTrue() && look.takesOther(OpenPoint.ACCESS_IS_A_CONDITION);
        if (isCondition && permits.isFalse()) {
            look.find("R3", Truth.FALSE, "ACCESS_REFUSED");
            return Verdict.continues();
        }
        if (permits.isUnknown()) {
            look.lacks(PERMITS_ACCESS);
        }
        if (isCondition) {
            look.conclude("R3", Truth.UNKNOWN, "ACCESS_UNKNOWN");
            return SuspensionRule.concludes(ReasonCode.USE_FACTS_MISSING);
        }
        ReasonCode reason = switch (permits) {
            case TRUE -> ReasonCode.INDIVIDUAL_CONSUMER_USE;
            case FALSE -> ReasonCode.INDIVIDUAL_USE_NOT_PERMITTED_BY_ORG;
            case UNKNOWN -> ReasonCode.INDIVIDUAL_CONSUMER_USE_PERMISSION_UNKNOWN;
        };
        look.conclude(
                "R3",
                Truth.TRUE,
                switch (permits) {
                    case TRUE -> "ACCESS_GIVEN";
                    case FALSE -> "ACCESS_REFUSED";
                    case UNKNOWN -> "ACCESS_UNKNOWN";
                });
        look.duty("RECOMMENDED_RISK_AWARENESS");
        look.duty("REFER_GOOD_PRACTICE_GUIDE");
        return Verdict.concludes(new SuspensionConclusion(reason, permits, List.of()));
    }

    /**
     * Whether the use is covered by a reading that was not adopted, whatever activities are stated: an individual use that the body does
     * not permit (G-A4), or a plan that the employee pays (G-A5).
     */
    static boolean isCoveredByItself(Inquiry look) {
        boolean byAccess = look.readings().takeOther(OpenPoint.ACCESS_IS_A_CONDITION)
                && look.is(MODE, UseMode.INDIVIDUAL)
                && conjunction(look, CONDITIONS).isTrue();
        return byAccess || isEmployeePlanCovered(look);
    }

    static boolean isEmployeePlanCovered(Inquiry look) {
        return look.readings().takeOther(OpenPoint.EMPLOYEE_PLAN_COVERED)
                && look.is(MODE, UseMode.INDIVIDUAL)
                && look.isDenied(FREE)
                && look.is(PAYER, Payer.EMPLOYEE);
    }
}
