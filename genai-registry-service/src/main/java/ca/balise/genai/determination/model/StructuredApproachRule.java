package ca.balise.genai.determination.model;

import static ca.balise.genai.determination.model.SuspensionFacts.ACTIVITIES;
import static ca.balise.genai.determination.model.SuspensionFacts.ADDRESSEE;
import static ca.balise.genai.determination.model.SuspensionFacts.DATA_QUALITY_ASSURED;
import static ca.balise.genai.determination.model.SuspensionFacts.DECLARED_IN_COLLECTION;
import static ca.balise.genai.determination.model.SuspensionFacts.DOCUMENT;
import static ca.balise.genai.determination.model.SuspensionFacts.FAVOURABLE;
import static ca.balise.genai.determination.model.SuspensionFacts.MITIGATION_IMPLEMENTED;
import static ca.balise.genai.determination.model.SuspensionFacts.OPEN_CONDITIONS;
import static ca.balise.genai.determination.model.SuspensionFacts.ORGANIZATIONAL_RISK_ASSESSED;
import static ca.balise.genai.determination.model.SuspensionFacts.PRINCIPLES_DEMONSTRATED;
import static ca.balise.genai.determination.model.SuspensionFacts.PRIVACY_ASSESSED;
import static ca.balise.genai.determination.model.SuspensionFacts.PRIVACY_ASSESSMENT_REQUIRED;
import static ca.balise.genai.determination.model.SuspensionFacts.PURPOSE;
import static ca.balise.genai.determination.model.SuspensionFacts.QUALIFYING_PURPOSES;
import static ca.balise.genai.determination.model.SuspensionFacts.RISK_MANAGEMENT_ADEQUATE;
import static ca.balise.genai.determination.model.SuspensionFacts.STRUCTURED_APPROACH;
import static ca.balise.genai.determination.model.SuspensionFacts.TRAINING_PROVIDED;
import static ca.balise.genai.determination.model.SuspensionFacts.UNIT;
import static ca.balise.genai.determination.model.SuspensionFacts.WRITTEN;

import ca.balise.kit.reasoning.Fact;
import ca.balise.kit.reasoning.Inquiry;
import ca.balise.kit.reasoning.Truth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * FAQ-9.3 and FAQ-10: deployed under a structured approach that aims at better services or at efficiency, the body having shown that it
 * applies the statement of principles and, « notamment », six things. The six are necessary, and not sufficient (G-A8).
 */
final class StructuredApproachRule implements ExemptionRule {

    /** What the structured approach must do, beyond what FAQ-9.3 calls deployed: G-A17. */
    private static final Set<Activity> NOT_DEPLOYED =
            EnumSet.of(Activity.EXPERIMENTATION, Activity.LICENCE_ACQUISITION, Activity.SUBSCRIPTION);

    /** A fact that must be shown, and how it is. */
    private record Item(Fact<?> fact, Predicate<Inquiry> isShown) {

        static Item of(Fact<Boolean> fact) {
            return new Item(fact, look -> look.isShown(fact));
        }
    }

    /** One thing to show: what the trace calls it, and the facts that show it. */
    private record Criterion(String rule, String finding, List<Item> items) {}

    private static final List<Criterion> PURPOSE_AND_SIX = List.of(
            new Criterion(
                    "R6.3.P",
                    "PURPOSE",
                    List.of(new Item(PURPOSE, look -> look.isOneOf(PURPOSE, QUALIFYING_PURPOSES)))),
            new Criterion(
                    "R6.3.1",
                    "RISK_MANAGEMENT",
                    List.of(
                            Item.of(ORGANIZATIONAL_RISK_ASSESSED),
                            new Item(PRIVACY_ASSESSED, StructuredApproachRule::isPrivacyAssessed),
                            Item.of(MITIGATION_IMPLEMENTED),
                            new Item(RISK_MANAGEMENT_ADEQUATE, look -> !look.isDenied(RISK_MANAGEMENT_ADEQUATE)))),
            new Criterion(
                    "R6.3.2",
                    "SECURITY_OPINION",
                    List.of(
                            new Item(FAVOURABLE, StructuredApproachRule::isFavourable),
                            Item.of(WRITTEN),
                            new Item(UNIT, StructuredApproachRule::isOfTheRightUnit))),
            new Criterion("R6.3.3", "DATA_QUALITY", List.of(Item.of(DATA_QUALITY_ASSURED))),
            new Criterion(
                    "R6.3.4",
                    "RELEVANCE",
                    List.of(
                            new Item(
                                    DOCUMENT,
                                    look -> look.isOneOf(
                                            DOCUMENT,
                                            List.of(
                                                    RelevanceDocument.DECISION_NOTE,
                                                    RelevanceDocument.OPPORTUNITY_FILE))),
                            new Item(ADDRESSEE, StructuredApproachRule::isAddressedRightly))),
            new Criterion("R6.3.5", "TRAINING", List.of(Item.of(TRAINING_PROVIDED))),
            new Criterion("R6.3.6", "DECLARATION", List.of(Item.of(DECLARED_IN_COLLECTION))));

    @Override
    public Exemption exemption() {
        return Exemption.STRUCTURED_APPROACH;
    }

    @Override
    public Fact<Boolean> claim() {
        return STRUCTURED_APPROACH;
    }

    @Override
    public ExemptionFinding judge(Inquiry look) {
        List<Fact<?>> missing = new ArrayList<>();
        for (Criterion criterion : PURPOSE_AND_SIX) {
            List<Fact<?>> lacking = lacking(look, criterion.items());
            sayWhetherShown(look, criterion.rule(), criterion.finding(), lacking.isEmpty());
            missing.addAll(lacking);
            if (look.isBrief() && !missing.isEmpty()) {
                return unmet(missing);
            }
        }
        boolean sixShown = missing.isEmpty();
        boolean principles = look.isShown(PRINCIPLES_DEMONSTRATED);
        sayWhetherShown(look, "R6.3.0", "PRINCIPLES", principles);
        look.find("R6.3", Truth.of(sixShown), sixShown ? "SIX_CRITERIA_SHOWN" : "SIX_CRITERIA_NOT_SHOWN");
        if (!principles && !(sixShown && look.takesOther(OpenPoint.SIX_ARE_SUFFICIENT))) {
            missing.addFirst(PRINCIPLES_DEMONSTRATED);
        }
        return conclude(look, missing);
    }

    private ExemptionFinding conclude(Inquiry look, List<Fact<?>> missing) {
        if (missing.equals(List.of(FAVOURABLE)) && look.is(FAVOURABLE, Opinion.CONDITIONAL)) {
            look.find(exemption().rule(), ExemptionState.PENDING, "STRUCTURED_APPROACH_PENDING");
            return new ExemptionFinding(
                    exemption(),
                    ExemptionState.PENDING,
                    List.of(FAVOURABLE, OPEN_CONDITIONS),
                    ReasonCode.EXCEPTION_PENDING);
        }
        if (!missing.isEmpty()) {
            look.find(exemption().rule(), ExemptionState.NOT_MET, "STRUCTURED_APPROACH_NOT_MET");
            return unmet(withOpenConditions(look, missing));
        }
        if (look.heeds(OpenPoint.DEPLOYMENTS_ONLY)
                && isMoreThanDeployed(look)
                && look.takesOther(OpenPoint.DEPLOYMENTS_ONLY)) {
            look.find(exemption().rule(), ExemptionState.NOT_MET, "STRUCTURED_APPROACH_NOT_DEPLOYED");
            return unmet(List.of(ACTIVITIES));
        }
        if (look.takesOther(OpenPoint.MCN_ACCEPTS_THE_APPROACH)) {
            look.find(exemption().rule(), ExemptionState.PENDING, "STRUCTURED_APPROACH_NOT_ACCEPTED");
            return new ExemptionFinding(
                    exemption(),
                    ExemptionState.PENDING,
                    List.of(SuspensionFacts.RULING_OF_THE_MCN),
                    ReasonCode.EXCEPTION_PENDING);
        }
        look.find(exemption().rule(), ExemptionState.MET, "STRUCTURED_APPROACH_MET");
        look.warn("SELF_ASSESSED");
        return ExemptionFinding.met(exemption());
    }

    private ExemptionFinding unmet(List<Fact<?>> missing) {
        return new ExemptionFinding(
                exemption(), ExemptionState.NOT_MET, List.copyOf(missing), ReasonCode.STRUCTURED_APPROACH_INCOMPLETE);
    }

    private static List<Fact<?>> withOpenConditions(Inquiry look, List<Fact<?>> missing) {
        if (look.isBrief() || !missing.contains(FAVOURABLE) || !look.is(FAVOURABLE, Opinion.CONDITIONAL)) {
            return missing;
        }
        List<Fact<?>> all = new ArrayList<>(missing);
        all.add(all.indexOf(FAVOURABLE) + 1, OPEN_CONDITIONS);
        return all;
    }

    private static List<Fact<?>> lacking(Inquiry look, List<Item> items) {
        List<Fact<?>> lacking = new ArrayList<>();
        for (Item item : items) {
            if (!item.isShown().test(look)) {
                lacking.add(item.fact());
                if (look.isBrief()) {
                    break;
                }
            }
        }
        return lacking;
    }

    private static void sayWhetherShown(Inquiry look, String rule, String finding, boolean shown) {
        look.find(rule, Truth.of(shown), finding + (shown ? "_SHOWN" : "_NOT_SHOWN"));
    }

    /** FAQ-10.1 wants an assessment; FAQ-9.4 wants one where the Access Act does (G-A10). */
    private static boolean isPrivacyAssessed(Inquiry look) {
        if (look.isShown(PRIVACY_ASSESSED)) {
            return true;
        }
        return look.heeds(OpenPoint.WORDINGS_MEAN_THE_SAME)
                && look.isDenied(PRIVACY_ASSESSMENT_REQUIRED)
                && look.takesOther(OpenPoint.WORDINGS_MEAN_THE_SAME);
    }

    /** Conditions that have all been met leave a favourable opinion; conditions that nobody counted are open. */
    private static boolean isFavourable(Inquiry look) {
        if (look.is(FAVOURABLE, Opinion.YES)) {
            return true;
        }
        if (!look.is(FAVOURABLE, Opinion.CONDITIONAL)) {
            return false;
        }
        boolean lifted = look.ask(OPEN_CONDITIONS, open -> open != null && open == 0, List.of(0, 1));
        return lifted || look.takesOther(OpenPoint.CONDITIONAL_IS_FAVOURABLE);
    }

    /** The body's own unit (FAQ-10.2), not the one to which it is attached, of which FAQ-9.4 speaks (G-A10). */
    private static boolean isOfTheRightUnit(Inquiry look) {
        return look.is(UNIT, SecurityUnit.OWN)
                || (look.heeds(OpenPoint.WORDINGS_MEAN_THE_SAME)
                        && look.is(UNIT, SecurityUnit.ATTACHED)
                        && look.takesOther(OpenPoint.WORDINGS_MEAN_THE_SAME));
    }

    /** « destinée », feminine singular, binds the note; an opportunity file may be addressed to anybody (G-A16). */
    private static boolean isAddressedRightly(Inquiry look) {
        boolean file = look.is(DOCUMENT, RelevanceDocument.OPPORTUNITY_FILE);
        if (file && !look.heeds(OpenPoint.FILE_GOES_TO_THE_DI_TOO)) {
            return true;
        }
        return look.is(ADDRESSEE, Addressee.DI) || (file && !look.takesOther(OpenPoint.FILE_GOES_TO_THE_DI_TOO));
    }

    private static boolean isMoreThanDeployed(Inquiry look) {
        return look.ask(
                ACTIVITIES,
                activities -> activities != null && activities.stream().anyMatch(NOT_DEPLOYED::contains));
    }
}
