package ca.balise.genai.determination.model;

import static ca.balise.genai.determination.model.SuspensionFacts.CONCLUSIONS_COMMUNICATED_ON;
import static ca.balise.genai.determination.model.SuspensionFacts.IN_FORCE_FROM;
import static ca.balise.genai.determination.model.SuspensionFacts.IN_FORCE_NOT_LATER_THAN;
import static ca.balise.genai.determination.model.SuspensionFacts.PUBLIC_REPORTS;
import static ca.balise.genai.determination.model.SuspensionFacts.REPLACED_ON;
import static ca.balise.genai.determination.model.SuspensionFacts.SUCCESSOR_INSTRUMENT;

import ca.balise.genai.measure.model.DateRole;
import ca.balise.genai.measure.model.Measure;
import ca.balise.genai.measure.model.PublicReport;
import ca.balise.kit.reasoning.Facts;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The terms of the suspension on which a determination depends. They are data that an officer changes, never constants of a rule.
 *
 * @param inForceFrom the day on which it came into force; {@code null} where that is not known
 * @param inForceNotLaterThan the latest day on which it can have
 * @param conclusionsCommunicatedOn the day on which the conclusions were communicated; {@code null} where no communication is recorded
 * @param replacedOn the day on which another instrument took its place
 * @param successorInstrument that instrument; open text
 * @param publicReports public news about it
 */
public record SuspensionTerms(
        @Nullable LocalDate inForceFrom,
        @Nullable LocalDate inForceNotLaterThan,
        @Nullable LocalDate conclusionsCommunicatedOn,
        @Nullable LocalDate replacedOn,
        @Nullable String successorInstrument,
        List<PublicReport> publicReports) {

    public SuspensionTerms {
        publicReports = List.copyOf(publicReports);
    }

    /** The terms of the registered suspension. */
    public static SuspensionTerms of(Measure suspension) {
        return new SuspensionTerms(
                suspension.on(DateRole.IN_FORCE_FROM),
                suspension.on(DateRole.IN_FORCE_NOT_LATER_THAN),
                suspension.on(DateRole.CONCLUSIONS_COMMUNICATED),
                suspension.on(DateRole.REPLACED),
                suspension.successorInstrument(),
                suspension.publicReports());
    }

    /** Adds the terms to the facts of a case, as what is on record. */
    public void recordIn(Facts.Builder facts) {
        facts.recorded(IN_FORCE_FROM, inForceFrom)
                .recorded(IN_FORCE_NOT_LATER_THAN, inForceNotLaterThan)
                .recorded(CONCLUSIONS_COMMUNICATED_ON, conclusionsCommunicatedOn)
                .recorded(REPLACED_ON, replacedOn)
                .recorded(SUCCESSOR_INSTRUMENT, successorInstrument)
                .recorded(PUBLIC_REPORTS, publicReports);
    }
}
