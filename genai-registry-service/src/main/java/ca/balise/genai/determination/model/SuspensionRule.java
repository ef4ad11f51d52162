package ca.balise.genai.determination.model;

import ca.balise.kit.reasoning.Inquiry;
import ca.balise.kit.reasoning.Verdict;

/** One of R1 to R7: concludes, or leaves the case to the next. */
interface SuspensionRule {

    Verdict<SuspensionConclusion> visit(Inquiry look);

    static Verdict<SuspensionConclusion> concludes(ReasonCode reason) {
        return Verdict.concludes(SuspensionConclusion.of(reason));
    }
}
