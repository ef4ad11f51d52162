package ca.balise.genai.determination.model;

import ca.balise.kit.reasoning.Inquiry;
import ca.balise.kit.reasoning.Verdict;

/** One of R1 to R5: concludes, or leaves the case to the next. Its verdict follows from what it asks, and is a part of the rules. */
interface SuspensionRule {

    Verdict<SuspensionConclusion> visit(Inquiry look);

    static Verdict<SuspensionConclusion> concludes(ReasonCode reason) {
        return Verdict.concludes(SuspensionConclusion.of(reason));
    }
}
