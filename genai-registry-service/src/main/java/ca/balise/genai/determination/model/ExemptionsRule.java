package ca.balise.genai.determination.model;

import ca.balise.kit.reasoning.Inquiry;
import ca.balise.kit.reasoning.Truth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** R6 and R7: any one exception suffices (FAQ-9); where none is met, what is covered must be interrupted (FAQ-1). */
final class ExemptionsRule {

    /** Several claims failing, the first of these is told; what is not here has no code of its own. */
    private static final List<ReasonCode> ORDER_OF_FAILURES = List.of(
            ReasonCode.IN_FORCE_DATE_UNKNOWN,
            ReasonCode.EXCEPTION_PENDING,
            ReasonCode.EXPANSION_OF_EXCEPTED_SYSTEM,
            ReasonCode.STRUCTURED_APPROACH_INCOMPLETE,
            ReasonCode.PRE_EXISTING_INCOMPLETE);

    private final PreExistingRule preExisting;
    private final List<ExemptionRule> exemptions;

    ExemptionsRule(InForceDay day) {
        preExisting = new PreExistingRule(day);
        exemptions = List.of(
                new McnExperimentRule(),
                new BusinessCaseRule(),
                new StructuredApproachRule(),
                preExisting,
                new DpiAuthorizationRule(day));
    }

    SuspensionConclusion conclude(Inquiry look) {
        List<ExemptionFinding> findings = new ArrayList<>();
        for (ExemptionRule exemption : exemptions) {
            // What is not claimed has no facts, and is not met: in brief it is not worth the question.
            if (look.isBrief() || look.isShown(exemption.claim())) {
                ExemptionFinding finding = look.part(exemption, within -> judge(exemption, within));
                findings.add(finding);
                if (finding.isMet() && look.isBrief()) {
                    break;
                }
            }
        }
        for (ExemptionFinding finding : findings) {
            if (finding.isMet()) {
                look.conclude("R6", Truth.TRUE, "ONE_EXCEPTION_SUFFICES");
                return concludes(finding.exemption().whenMet(), findings);
            }
        }
        return noneIsMet(look, findings);
    }

    private static ExemptionFinding judge(ExemptionRule exemption, Inquiry look) {
        ExemptionFinding finding = exemption.judge(look);
        return look.isBrief() ? finding.inBrief() : finding;
    }

    private SuspensionConclusion noneIsMet(Inquiry look, List<ExemptionFinding> findings) {
        findings.forEach(finding -> finding.missing().forEach(look::lacks));
        Optional<ReasonCode> failure = findings.stream()
                .map(ExemptionFinding::failure)
                .filter(Objects::nonNull)
                .min(Comparator.comparingInt(ORDER_OF_FAILURES::indexOf));
        if (failure.filter(ReasonCode.IN_FORCE_DATE_UNKNOWN::equals).isPresent()) {
            look.conclude("R6", Truth.UNKNOWN, "EXCEPTION_DEPENDS_ON_THE_DAY");
            return concludes(ReasonCode.IN_FORCE_DATE_UNKNOWN, findings);
        }
        look.find("R6", Truth.FALSE, findings.isEmpty() ? "NO_EXCEPTION_CLAIMED" : "NO_EXCEPTION_MET");
        if (isLiveSystem(look) && look.takesOther(OpenPoint.ONLY_NEW_EFFORTS)) {
            look.conclude("R7", Truth.FALSE, "NO_NEW_EFFORT");
            return concludes(ReasonCode.NO_COVERED_ACTIVITY, findings);
        }
        look.conclude("R7", Truth.TRUE, "MUST_BE_INTERRUPTED");
        look.duty("INTERRUPT_EXPERIMENTATION");
        look.duty("INTERRUPT_ACQUISITIONS");
        look.duty("INTERRUPT_DEPLOYMENTS");
        return concludes(look.isBrief() ? ReasonCode.PROJECT_COVERED : failure.orElseGet(() -> ground(look)), findings);
    }

    /** On what it rests that it is covered, where no claimed exception has more to say. */
    private static ReasonCode ground(Inquiry look) {
        Coverage coverage = Coverage.of(look);
        if (coverage.isPurchaseOnly() || IndividualUseRule.isEmployeePlanCovered(look)) {
            return ReasonCode.LICENCE_ACQUISITION_COVERED;
        }
        return coverage.isInterpretive() ? ReasonCode.PROJECT_COVERED_INTERPRETIVE : ReasonCode.PROJECT_COVERED;
    }

    /** A system that ran before and merely goes on: whether it too must stop, the text leaves open (G-A13). */
    private boolean isLiveSystem(Inquiry look) {
        if (!look.heeds(OpenPoint.ONLY_NEW_EFFORTS) || (!look.isBrief() && !look.isShown(preExisting.claim()))) {
            return false;
        }
        return preExisting.isLiveAsBefore(look) && Coverage.of(look).isDeploymentOnly();
    }

    private static SuspensionConclusion concludes(ReasonCode reason, List<ExemptionFinding> findings) {
        return new SuspensionConclusion(reason, Truth.UNKNOWN, List.copyOf(findings));
    }
}
