package ca.balise.genai.determination.model;

import static ca.balise.genai.determination.model.SuspensionFacts.APPROVED;
import static ca.balise.genai.determination.model.SuspensionFacts.APPROVED_ON;
import static ca.balise.genai.determination.model.SuspensionFacts.CHANGE_SCOPE;
import static ca.balise.genai.determination.model.SuspensionFacts.EFFECTIVE_SINCE;
import static ca.balise.genai.determination.model.SuspensionFacts.IN_FORCE_FROM;
import static ca.balise.genai.determination.model.SuspensionFacts.PRE_EXISTING;
import static ca.balise.genai.determination.model.SuspensionFacts.PRIVACY_ASSESSMENT_COMPLETED;
import static ca.balise.genai.determination.model.SuspensionFacts.PRIVACY_ASSESSMENT_COMPLETED_ON;
import static ca.balise.genai.determination.model.SuspensionFacts.PRIVACY_ASSESSMENT_REQUIRED;

import ca.balise.kit.reasoning.Fact;
import ca.balise.kit.reasoning.Inquiry;
import ca.balise.kit.reasoning.Truth;
import java.time.LocalDate;

/**
 * FAQ-9.4: effective before the suspension came into force (effective, not merely bought), its deployment approved by the security unit,
 * its privacy impact assessment completed where one is required, and still what it was. « avant » governs the whole clause (G-A7).
 */
final class PreExistingRule implements ExemptionRule {

    private final InForceDay day;

    PreExistingRule(InForceDay day) {
        this.day = day;
    }

    @Override
    public Exemption exemption() {
        return Exemption.PRE_EXISTING;
    }

    @Override
    public Fact<Boolean> claim() {
        return PRE_EXISTING;
    }

    @Override
    public ExemptionFinding judge(Inquiry look) {
        LocalDate from = look.known(IN_FORCE_FROM);
        if (look.isBrief() && from != null && !InForceDay.isKnownBefore(look, EFFECTIVE_SINCE, from)) {
            return ExemptionFinding.notMet(exemption());
        }
        var conditions = new Conditions(look, from != null);
        effective(look, conditions);
        if (!conditions.areSettled()) {
            approval(look, conditions);
        }
        if (!conditions.areSettled()) {
            privacy(look, conditions);
        }
        boolean expanded = !conditions.areSettled() && scope(look, conditions);
        ExemptionState state = conditions.state();
        look.find(exemption().rule(), state, "PRE_EXISTING_" + state);
        if (state == ExemptionState.MET && !look.isBrief()) {
            warnOfDates(look);
        }
        return finding(conditions, state, expanded);
    }

    private ExemptionFinding finding(Conditions conditions, ExemptionState state, boolean expanded) {
        return switch (state) {
            case MET -> ExemptionFinding.met(exemption());
            case INDETERMINATE ->
                new ExemptionFinding(exemption(), state, conditions.missing(), ReasonCode.IN_FORCE_DATE_UNKNOWN);
            case NOT_MET, PENDING ->
                new ExemptionFinding(
                        exemption(),
                        state,
                        conditions.missing(),
                        expanded ? ReasonCode.EXPANSION_OF_EXCEPTED_SYSTEM : ReasonCode.PRE_EXISTING_INCOMPLETE);
        };
    }

    /** « in-force date unknown and effectiveSince not clearly before it → INDETERMINATE »: where nobody states it, too. */
    private void effective(Inquiry look, Conditions conditions) {
        Standing standing = conditions.put(before(look, EFFECTIVE_SINCE), EFFECTIVE_SINCE);
        if (standing == Standing.LACKING && look.isShown(claim()) && day.isOpen(look)) {
            standing = conditions.put(Standing.OPEN);
        }
        say(look, "R6.4.1", standing, "EFFECTIVE");
    }

    /** Whether a day that must be stated lies before the one in force. */
    private Standing before(Inquiry look, Fact<LocalDate> stated) {
        return switch (day.place(look, stated)) {
            case NOT_STATED -> Standing.LACKING;
            case BEFORE -> Standing.MET;
            case ON, AFTER, ON_OR_AFTER -> Standing.FAILED;
            case OPEN -> Standing.OPEN;
        };
    }

    private void approval(Inquiry look, Conditions conditions) {
        Standing standing = conditions.put(Standing.of(look.truth(APPROVED)), APPROVED);
        if (standing != Standing.FAILED && !conditions.areSettled()) {
            standing = standing.and(conditions.put(inTime(look, APPROVED_ON), APPROVED_ON));
        }
        say(look, "R6.4.2", standing, "APPROVAL");
    }

    private void privacy(Inquiry look, Conditions conditions) {
        Truth required = look.truth(PRIVACY_ASSESSMENT_REQUIRED);
        if (required.isFalse()) {
            look.find("R6.4.3", Truth.TRUE, "PRIVACY_ASSESSMENT_NOT_REQUIRED");
            return;
        }
        Standing completed = Standing.of(look.truth(PRIVACY_ASSESSMENT_COMPLETED));
        Standing standing = conditions.put(ifRequired(required, completed), PRIVACY_ASSESSMENT_COMPLETED);
        if (completed != Standing.FAILED && !conditions.areSettled()) {
            Standing inTime = ifRequired(required, inTime(look, PRIVACY_ASSESSMENT_COMPLETED_ON));
            standing = standing.and(conditions.put(inTime, PRIVACY_ASSESSMENT_COMPLETED_ON));
        }
        if (required.isUnknown()) {
            conditions.put(standing, PRIVACY_ASSESSMENT_REQUIRED);
        }
        say(look, "R6.4.3", standing, "PRIVACY_ASSESSMENT");
    }

    /** Not done, or too late, fails only what had to be done. */
    private static Standing ifRequired(Truth required, Standing standing) {
        return standing == Standing.FAILED && required.isUnknown() ? Standing.LACKING : standing;
    }

    /** Whether what was done was done before the day in force; a day that is not given is taken on trust, with a warning (G-A7). */
    private Standing inTime(Inquiry look, Fact<LocalDate> done) {
        Standing before = before(look, done);
        boolean accepted = before == Standing.MET
                || look.takesOther(OpenPoint.LATE_APPROVAL_ACCEPTED)
                || before == Standing.LACKING;
        return accepted ? Standing.MET : before;
    }

    /** @return whether the system is more than it was */
    private boolean scope(Inquiry look, Conditions conditions) {
        ChangeScope scope = look.known(CHANGE_SCOPE);
        boolean expanded = scope == ChangeScope.EXPANDED && !look.takesOther(OpenPoint.EXPANSION_KEEPS_THE_EXCEPTION);
        Standing standing = expanded ? Standing.FAILED : Standing.ofShown(scope != null);
        conditions.put(standing, CHANGE_SCOPE);
        say(look, "R6.4.4", standing, "SAME_SCOPE");
        return expanded;
    }

    private static void say(Inquiry look, String rule, Standing standing, String finding) {
        look.find(
                rule,
                standing == Standing.OPEN ? Truth.UNKNOWN : Truth.of(standing == Standing.MET),
                switch (standing) {
                    case MET -> finding + "_SHOWN";
                    case LACKING, FAILED -> finding + "_NOT_SHOWN";
                    case OPEN -> "DEPENDS_ON_THE_DAY";
                });
    }

    private static void warnOfDates(Inquiry look) {
        boolean relied = !look.isDenied(PRIVACY_ASSESSMENT_REQUIRED);
        if (look.known(APPROVED_ON) == null || (relied && look.known(PRIVACY_ASSESSMENT_COMPLETED_ON) == null)) {
            look.warn("APPROVAL_DATE_UNVERIFIED");
        }
    }

    /** Whether a system runs that ran before the day in force, and no more of it than did. */
    boolean isLiveAsBefore(Inquiry look) {
        return before(look, EFFECTIVE_SINCE) == Standing.MET && !look.is(CHANGE_SCOPE, ChangeScope.EXPANDED);
    }
}
