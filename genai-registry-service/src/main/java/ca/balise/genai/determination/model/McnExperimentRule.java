package ca.balise.genai.determination.model;

import static ca.balise.genai.determination.model.SuspensionFacts.INCLUDED;
import static ca.balise.genai.determination.model.SuspensionFacts.MCN_EXPERIMENT;
import static ca.balise.genai.determination.model.SuspensionFacts.ORGANIZATION_PARTICIPATES;

import ca.balise.kit.reasoning.Fact;
import ca.balise.kit.reasoning.Inquiry;
import java.util.List;

/** FAQ-9.1: this very assistant is part of the MCN's experiment. Another assistant of a body that takes part is not. */
final class McnExperimentRule implements ExemptionRule {

    @Override
    public Exemption exemption() {
        return Exemption.MCN_EXPERIMENT;
    }

    @Override
    public Fact<Boolean> claim() {
        return MCN_EXPERIMENT;
    }

    @Override
    public ExemptionFinding judge(Inquiry look) {
        if (look.isShown(INCLUDED)) {
            look.find(exemption().rule(), ExemptionState.MET, "MCN_EXPERIMENT_MET");
            return ExemptionFinding.met(exemption());
        }
        boolean another = !look.isBrief() && look.isShown(ORGANIZATION_PARTICIPATES);
        look.find(
                exemption().rule(),
                ExemptionState.NOT_MET,
                another ? "MCN_EXPERIMENT_OF_ANOTHER_ASSISTANT" : "MCN_EXPERIMENT_NOT_MET");
        return new ExemptionFinding(exemption(), ExemptionState.NOT_MET, List.of(INCLUDED), null);
    }
}
