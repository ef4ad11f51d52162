package ca.balise.genai.organization.model;

import ca.balise.kit.reasoning.Truth;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A body's category under article 2 of the LGGRI, over a period.
 *
 * @param kind what kind of body it is
 * @param subjectToArticle2 whether article 2 covers it
 * @param from the first day of the period
 * @param until the first day after the period; {@code null} if it lasts
 * @param proof what shows it
 */
public record DatedCategory(
        OrganizationKind kind,
        Truth subjectToArticle2,
        LocalDate from,
        @Nullable LocalDate until,
        Proof proof) {

    /** Whether two periods share a day. */
    public boolean overlaps(DatedCategory other) {
        return startsBeforeTheEndOf(other) && other.startsBeforeTheEndOf(this);
    }

    private boolean startsBeforeTheEndOf(DatedCategory other) {
        return other.until == null || from.isBefore(other.until);
    }
}
