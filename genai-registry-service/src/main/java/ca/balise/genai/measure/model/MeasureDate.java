package ca.balise.genai.measure.model;

import ca.balise.kit.reasoning.BilingualText;
import ca.balise.kit.reasoning.Source;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A date of a measure with its provenance. A date that the text does not state is registered as such: it has a role and a note,
 * and no day.
 *
 * @param role what it is the date of
 * @param day the day, or the first of the month where only the month is known; {@code null} if not stated
 * @param precision how exactly it is known; {@code null} if not stated
 * @param basis on what it rests
 * @param note where it comes from, or what the text leaves open
 * @param citation the words it rests on, if there are any
 */
public record MeasureDate(
        DateRole role,
        @Nullable LocalDate day,
        @Nullable DatePrecision precision,
        Basis basis,
        BilingualText note,
        Source.@Nullable Citation citation) {

    public MeasureDate {
        boolean stated = basis != Basis.NOT_STATED;
        if (stated != (day != null) || stated != (precision != null)) {
            throw new IllegalArgumentException("a date is known with its precision, or not stated: " + role);
        }
        if (stated && citation == null) {
            throw new IllegalArgumentException("a date rests on words of the text: " + role);
        }
    }

    /** As written: {@code 2025-03-18}, or {@code 2019-10} where only the month is known; {@code null} if not stated. */
    public @Nullable String written() {
        if (day == null) {
            return null;
        }
        return precision == DatePrecision.MONTH_APPROX ? YearMonth.from(day).toString() : day.toString();
    }
}
