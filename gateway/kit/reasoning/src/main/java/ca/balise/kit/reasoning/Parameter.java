package ca.balise.kit.reasoning;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A number of the law, or one of ours, as data.
 *
 * @param code stable code, UPPER_SNAKE
 * @param value the number
 * @param unit what it counts, for example {@code persons}
 * @param validFrom the day from which it holds, or {@code null} where the text gives none
 * @param source where it comes from
 */
public record Parameter(
        String code,
        BigDecimal value,
        String unit,
        @Nullable LocalDate validFrom,
        Source source) {

    /** The value of a parameter that counts. */
    public int intValue() {
        return value.intValueExact();
    }
}
