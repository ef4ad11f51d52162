package ca.balise.genai.determination.model;

import static ca.balise.genai.determination.model.SuspensionFacts.CONCLUSIONS_COMMUNICATED_ON;
import static ca.balise.genai.determination.model.SuspensionFacts.IN_FORCE_FROM;
import static ca.balise.genai.determination.model.SuspensionFacts.IN_FORCE_NOT_LATER_THAN;
import static ca.balise.genai.determination.model.SuspensionFacts.PUBLIC_REPORTS;
import static ca.balise.genai.determination.model.SuspensionFacts.REPLACED_ON;
import static ca.balise.genai.determination.model.SuspensionFacts.SUCCESSOR_INSTRUMENT;

import ca.balise.genai.measure.model.PublicReport;
import ca.balise.kit.reasoning.Inquiry;
import ca.balise.kit.reasoning.Truth;
import ca.balise.kit.reasoning.Verdict;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * R5: the suspension runs from the day it came into force, which the text does not give (FAQ-0), until the conclusions of the MCN's
 * experiment are communicated to the information officers (FAQ-8), or another instrument takes its place. News to the public is no
 * communication to them: G-A12.
 */
final class PeriodRule implements SuspensionRule {

    @Override
    public Verdict<SuspensionConclusion> visit(Inquiry look) {
        Truth inForce = isInForce(look);
        look.find("R5", inForce, "PERIOD");
        if (inForce.isFalse()) {
            look.conclude("R5", Truth.FALSE, "BEFORE_THE_DAY");
            return SuspensionRule.concludes(ReasonCode.BEFORE_IN_FORCE);
        }
        if (isCommunicated(look)) {
            look.conclude("R5", Truth.FALSE, "COMMUNICATED");
            return lifted(look, ReasonCode.CONCLUSIONS_COMMUNICATED);
        }
        if (look.isReached(REPLACED_ON, look.asOf())) {
            look.conclude("R5", Truth.FALSE, "REPLACED");
            return lifted(look, ReasonCode.REPLACED);
        }
        warnOfReports(look);
        if (inForce.isUnknown()) {
            look.conclude("R5", Truth.UNKNOWN, "DAY_UNKNOWN");
            look.lacks(IN_FORCE_FROM);
            return SuspensionRule.concludes(ReasonCode.IN_FORCE_DATE_UNKNOWN);
        }
        look.find("R5", Truth.TRUE, "IN_FORCE");
        look.find("R5", Truth.TRUE, "NOT_COMMUNICATED");
        return Verdict.continues();
    }

    private static Truth isInForce(Inquiry look) {
        LocalDate asOf = look.asOf();
        Truth known = look.ask(
                IN_FORCE_FROM,
                from -> from == null ? Truth.UNKNOWN : Truth.of(!asOf.isBefore(from)),
                possibleDays(look));
        if (!known.isUnknown()) {
            return known;
        }
        if (look.isReached(IN_FORCE_NOT_LATER_THAN, asOf)) {
            return Truth.TRUE;
        }
        boolean faqDate = look.takesOther(OpenPoint.FAQ_DATE_IS_IN_FORCE_DATE);
        return faqDate && look.known(IN_FORCE_NOT_LATER_THAN) != null ? Truth.FALSE : Truth.UNKNOWN;
    }

    /** A day after the latest possible one could never come to be known. */
    private static List<LocalDate> possibleDays(Inquiry look) {
        LocalDate latest = look.known(IN_FORCE_NOT_LATER_THAN);
        return List.of(look.asOf(), look.asOf().plusDays(1)).stream()
                .filter(day -> latest == null || !day.isAfter(latest))
                .toList();
    }

    private static boolean isCommunicated(Inquiry look) {
        boolean recorded = look.isReached(CONCLUSIONS_COMMUNICATED_ON, look.asOf());
        if (!look.heeds(OpenPoint.PRESS_IS_COMMUNICATION)) {
            return recorded;
        }
        boolean reported = isReported(look);
        if (recorded || reported) {
            boolean byPress = look.takesOther(OpenPoint.PRESS_IS_COMMUNICATION);
            return recorded || byPress;
        }
        return false;
    }

    private static boolean isReported(Inquiry look) {
        return look.ask(PUBLIC_REPORTS, reports -> isReported(reports, look.asOf()));
    }

    private static boolean isReported(@Nullable List<PublicReport> reports, LocalDate asOf) {
        return reports != null
                && reports.stream().anyMatch(report -> !report.reportedOn().isAfter(asOf));
    }

    private static void warnOfReports(Inquiry look) {
        if (!look.isBrief() && isReported(look) && look.known(CONCLUSIONS_COMMUNICATED_ON) == null) {
            look.warn("VERIFY_LIFTING");
        }
    }

    private static Verdict<SuspensionConclusion> lifted(Inquiry look, ReasonCode reason) {
        if (!look.isBrief()) {
            look.warn(look.known(SUCCESSOR_INSTRUMENT) == null ? "VERIFY_SUCCESSOR" : "SUCCESSOR_INSTRUMENT_APPLIES");
        }
        return SuspensionRule.concludes(reason);
    }
}
