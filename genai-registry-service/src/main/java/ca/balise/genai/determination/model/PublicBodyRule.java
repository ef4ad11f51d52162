package ca.balise.genai.determination.model;

import static ca.balise.genai.determination.model.SuspensionFacts.SUBJECT_TO_ARTICLE_2;

import ca.balise.kit.reasoning.Inquiry;
import ca.balise.kit.reasoning.Truth;
import ca.balise.kit.reasoning.Verdict;

/**
 * R1: the suspension binds the public bodies of article 2 of the LGGRI (FAQ-6). Whether it is one is stated, never concluded from the
 * kind of body: the title of that act names government enterprises too, which article 2 does not.
 */
final class PublicBodyRule implements SuspensionRule {

    @Override
    public Verdict<SuspensionConclusion> visit(Inquiry look) {
        Truth subject = look.truth(SUBJECT_TO_ARTICLE_2);
        return switch (subject) {
            case TRUE -> {
                look.find("R1", subject, "PUBLIC_BODY");
                yield Verdict.continues();
            }
            case FALSE -> {
                look.conclude("R1", subject, "NO_PUBLIC_BODY");
                yield SuspensionRule.concludes(ReasonCode.NOT_A_PUBLIC_BODY_ART2);
            }
            case UNKNOWN -> {
                look.conclude("R1", subject, "PUBLIC_BODY_UNKNOWN");
                look.lacks(SUBJECT_TO_ARTICLE_2);
                yield SuspensionRule.concludes(ReasonCode.ORGANIZATION_FACTS_MISSING);
            }
        };
    }
}
