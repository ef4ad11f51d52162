package ca.balise.genai.determination.model;

import static ca.balise.genai.determination.model.SuspensionFacts.COVERS_USE;
import static ca.balise.genai.determination.model.SuspensionFacts.DECIDED_BY;
import static ca.balise.genai.determination.model.SuspensionFacts.DECIDED_ON;
import static ca.balise.genai.determination.model.SuspensionFacts.DECISION;
import static ca.balise.genai.determination.model.SuspensionFacts.DPI_AUTHORIZATION;
import static ca.balise.genai.determination.model.SuspensionFacts.IN_FORCE_FROM;
import static ca.balise.genai.determination.model.SuspensionFacts.REQUESTED_BY_ORGANIZATION;

import ca.balise.kit.reasoning.Fact;
import ca.balise.kit.reasoning.Inquiry;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * FAQ-9.5: authorized by the chief information officer of Québec after the suspension came into force, on a particular request of the
 * body. An authorization answers its request, so it covers the use unless its scope is said not to.
 */
final class DpiAuthorizationRule implements ExemptionRule {

    private final InForceDay day;

    DpiAuthorizationRule(InForceDay day) {
        this.day = day;
    }

    @Override
    public Exemption exemption() {
        return Exemption.DPI_AUTHORIZATION;
    }

    @Override
    public Fact<Boolean> claim() {
        return DPI_AUTHORIZATION;
    }

    @Override
    public ExemptionFinding judge(Inquiry look) {
        var conditions = new Conditions(look, look.known(IN_FORCE_FROM) != null);
        // Without an authorization the day that it would have to follow is no matter.
        conditions.put(look.is(DECISION, Decision.AUTHORIZED) ? Standing.MET : Standing.FAILED, DECISION);
        if (!conditions.areSettled()) {
            conditions.put(Standing.ofShown(look.isShown(REQUESTED_BY_ORGANIZATION)), REQUESTED_BY_ORGANIZATION);
        }
        if (!conditions.areSettled()) {
            conditions.put(Standing.ofShown(look.is(DECIDED_BY, Officer.DPI)), DECIDED_BY);
        }
        if (!conditions.areSettled()) {
            conditions.put(look.isDenied(COVERS_USE) ? Standing.FAILED : Standing.MET, COVERS_USE);
        }
        if (!conditions.areSettled()) {
            Standing decided = conditions.put(decidedInTime(look), DECIDED_ON);
            // « date unknown: as PRE_EXISTING »
            if (decided == Standing.LACKING && !conditions.haveFailed() && look.isShown(claim()) && day.isOpen(look)) {
                conditions.put(Standing.OPEN);
            }
        }
        boolean pending = !look.isBrief() && look.is(DECISION, Decision.PENDING);
        ExemptionState state = pending ? ExemptionState.PENDING : conditions.state();
        look.find(exemption().rule(), state, "DPI_AUTHORIZATION_" + state);
        return state == ExemptionState.MET
                ? ExemptionFinding.met(exemption())
                : new ExemptionFinding(exemption(), state, conditions.missing(), failure(state));
    }

    private static @Nullable ReasonCode failure(ExemptionState state) {
        return switch (state) {
            case PENDING -> ReasonCode.EXCEPTION_PENDING;
            case INDETERMINATE -> ReasonCode.IN_FORCE_DATE_UNKNOWN;
            case MET, NOT_MET -> null;
        };
    }

    /** After the day in force, and by the day judged. */
    private Standing decidedInTime(Inquiry look) {
        LocalDate from = look.known(IN_FORCE_FROM);
        if (look.isBrief() && from != null && !look.readings().takeOther(OpenPoint.THE_DAY_IS_AFTER)) {
            return Standing.ofShown(InForceDay.isKnownAfter(look, DECIDED_ON, from));
        }
        boolean byThen = look.ask(
                DECIDED_ON,
                decided -> decided == null || !decided.isAfter(look.asOf()),
                List.of(look.asOf(), look.asOf().plusDays(1)));
        if (!byThen) {
            return Standing.FAILED;
        }
        return switch (day.place(look, DECIDED_ON)) {
            case NOT_STATED -> Standing.LACKING;
            case BEFORE -> Standing.FAILED;
            case ON -> look.takesOther(OpenPoint.THE_DAY_IS_AFTER) ? Standing.MET : Standing.FAILED;
            case AFTER -> Standing.MET;
            case ON_OR_AFTER, OPEN -> Standing.OPEN;
        };
    }
}
