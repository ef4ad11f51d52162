package ca.balise.genai.determination.model;

import ca.balise.kit.reasoning.Inquiry;
import ca.balise.kit.reasoning.Truth;
import ca.balise.kit.reasoning.Verdict;

/**
 * R4: experimenting, integrating, deploying (FAQ-1, FAQ-4), acquiring licences and subscribing (FAQ-4b) are covered, a team's too; so is
 * what a vendor enabled and the body left on. No budget makes no difference (FAQ-5): the rule does not even ask for it.
 */
final class CoveredActivityRule implements SuspensionRule {

    @Override
    public Verdict<SuspensionConclusion> visit(Inquiry look) {
        if (IndividualUseRule.isCoveredByItself(look)) {
            look.find("R4", Truth.TRUE, "COVERED_BY_OTHER_READING");
            return Verdict.continues();
        }
        Coverage coverage = Coverage.of(look);
        if (coverage.dependsOnScale()) {
            look.takesOther(OpenPoint.TEAM_OUTSIDE);
        }
        if (coverage.dependsOnVendor()) {
            look.takesOther(OpenPoint.VENDOR_DEFAULT_IS_NO_EFFORT);
        }
        return switch (coverage.isCovered()) {
            case TRUE -> {
                if (!look.isBrief()) {
                    sayWhatIsCovered(look, coverage);
                }
                yield Verdict.continues();
            }
            case FALSE -> {
                look.conclude("R4", Truth.FALSE, "NO_ACTIVITY");
                yield SuspensionRule.concludes(ReasonCode.NO_COVERED_ACTIVITY);
            }
            case UNKNOWN -> {
                look.conclude("R4", Truth.UNKNOWN, "ACTIVITY_UNKNOWN");
                coverage.nameWhatIsUnknown(look);
                yield SuspensionRule.concludes(ReasonCode.USE_FACTS_MISSING);
            }
        };
    }

    private static void sayWhatIsCovered(Inquiry look, Coverage coverage) {
        if (!coverage.projects().isEmpty()) {
            look.find("R4", Truth.TRUE, "COVERED_EFFORT");
            look.find("R4", Truth.TRUE, "COVERED_PROJECT");
        }
        if (!coverage.purchases().isEmpty()) {
            look.find("R4", Truth.TRUE, "COVERED_PURCHASE");
        }
        if (coverage.isVendorDefault()) {
            look.find("R4", Truth.TRUE, "COVERED_VENDOR_DEFAULT");
            look.warn("VENDOR_AUTO_ENABLED");
        }
        if (coverage.isBelowSector()) {
            look.find("R4", Truth.TRUE, "COVERED_BELOW_SECTOR");
            look.warn("SCALE_BELOW_SECTOR");
        }
        look.find("R4", Truth.TRUE, "BUDGET_MAKES_NO_DIFFERENCE");
    }
}
