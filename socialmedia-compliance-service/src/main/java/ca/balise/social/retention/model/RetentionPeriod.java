package ca.balise.social.retention.model;

import java.time.LocalDate;

/**
 * The least time for which information used for administrative purposes is kept.
 *
 * @param years how many full years, counted from the last administrative use
 */
public record RetentionPeriod(int years) {

    /**
     * The first day on which the full years are over. A day that the last year does not have, the 29th of February, is over on the 1st
     * of March, not on the 28th: « au moins ».
     *
     * @param lastUse the day of the last administrative use
     */
    public LocalDate earliestDisposal(LocalDate lastUse) {
        LocalDate sameDay = lastUse.plusYears(years);
        return sameDay.getDayOfMonth() == lastUse.getDayOfMonth() ? sameDay : sameDay.plusDays(1);
    }
}
