package ca.balise.genai.determination.model;

import ca.balise.kit.reasoning.Fact;
import ca.balise.kit.reasoning.Inquiry;

/** One of the five exceptions. */
interface ExemptionRule {

    Exemption exemption();

    /** The fact that it is claimed. */
    Fact<Boolean> claim();

    /** How it stands; of a brief inquiry only whether it is met, and whether that depends on the day in force. */
    ExemptionFinding judge(Inquiry look);
}
