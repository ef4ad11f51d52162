package ca.balise.genai.determination.model;

import static ca.balise.genai.determination.model.SuspensionFacts.GENERATIVE_AI;
import static ca.balise.genai.determination.model.SuspensionFacts.NATURAL_LANGUAGE;
import static ca.balise.genai.determination.model.SuspensionFacts.PRIMARY_PURPOSE;

import ca.balise.kit.reasoning.Inquiry;
import ca.balise.kit.reasoning.Truth;
import ca.balise.kit.reasoning.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * R2: a virtual assistant is generative AI, communicates in natural language, and mainly assists with tasks or holds a conversation
 * (FAQ-2). FAQ-4 says « IAG » where FAQ-1 and FAQ-2 say assistants: G-A1.
 */
final class AssistantRule implements SuspensionRule {

    @Override
    public Verdict<SuspensionConclusion> visit(Inquiry look) {
        Truth generative = look.truth(GENERATIVE_AI);
        if (generative.isFalse()) {
            look.conclude("R2", Truth.FALSE, "NO_GENERATIVE_AI");
            return SuspensionRule.concludes(ReasonCode.NOT_GENAI);
        }
        Truth assistant = naturalLanguage(look).and(purpose(look));
        if (generative.isTrue() && !assistant.isTrue() && look.takesOther(OpenPoint.ANY_GENERATIVE_AI)) {
            look.find("R2", Truth.TRUE, "ANY_GENERATIVE_AI");
            return Verdict.continues();
        }
        return switch (generative.isTrue() ? assistant : Truth.UNKNOWN) {
            case TRUE -> {
                look.find("R2", Truth.TRUE, "ASSISTANT");
                yield Verdict.continues();
            }
            case FALSE -> {
                look.conclude("R2", Truth.FALSE, "NO_ASSISTANT");
                look.warn("FAQ4_SAYS_IAG_NOT_ASSISTANT");
                yield SuspensionRule.concludes(ReasonCode.GENAI_NOT_ASSISTANT);
            }
            case UNKNOWN -> {
                look.conclude("R2", Truth.UNKNOWN, "ASSISTANT_UNKNOWN");
                nameWhatIsUnknown(look, generative);
                yield SuspensionRule.concludes(ReasonCode.SYSTEM_FACTS_MISSING);
            }
        };
    }

    /**
     * Natural language on either side makes communication in natural language. A conversation has it on both; for an aid to a task the
     * other reading asks for more than is stated (G-A2).
     */
    private static Truth naturalLanguage(Inquiry look) {
        Truth stated = look.truth(NATURAL_LANGUAGE);
        boolean onOneSidePerhaps = stated.isTrue() && look.is(PRIMARY_PURPOSE, PrimaryPurpose.TASK_ASSISTANCE);
        return onOneSidePerhaps && look.takesOther(OpenPoint.NATURAL_LANGUAGE_BOTH_WAYS) ? Truth.UNKNOWN : stated;
    }

    private static Truth purpose(Inquiry look) {
        return look.ask(PRIMARY_PURPOSE, AssistantRule::isAssistance);
    }

    private static Truth isAssistance(@Nullable PrimaryPurpose purpose) {
        return purpose == null ? Truth.UNKNOWN : Truth.of(purpose != PrimaryPurpose.OTHER);
    }

    private static void nameWhatIsUnknown(Inquiry look, Truth generative) {
        if (generative.isUnknown()) {
            look.lacks(GENERATIVE_AI);
        }
        if (naturalLanguage(look).isUnknown()) {
            look.lacks(NATURAL_LANGUAGE);
        }
        if (purpose(look).isUnknown()) {
            look.lacks(PRIMARY_PURPOSE);
        }
    }
}
