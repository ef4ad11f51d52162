package ca.balise.deid.cells.model;

import java.time.YearMonth;

/**
 * A day of the calendar, to the day, if there was such a day: YYYY-MM-DD with hyphens, slashes, dots or nothing between; DD/MM/YYYY or
 * MM/DD/YYYY with hyphens, slashes or dots; a time of day may follow.
 */
final class FullDate {

    /** What {@link #year} answers where a value is no date. */
    static final int NONE = 0;

    /** The share of eight digits that are a date: 200 years of 365 days, of 10^8. */
    static final double CHANCE = 0.00073;

    /** A date without separators is of these years: eight digits are any number. */
    private static final int FIRST_BARE = 1900;

    private static final int LAST_BARE = 2099;

    private FullDate() {}

    static boolean matches(FieldText value) {
        return year(value) != NONE;
    }

    /** The year of the date, or {@link #NONE}. */
    static int year(FieldText value) {
        if (value.length() == 8) {
            return value.digits() == 8 ? bare(value) : NONE;
        }
        if (value.length() < 10 || value.digits() < 8 || !isTime(value)) {
            return NONE;
        }
        if (isSeparator(value.at(4)) && value.at(4) == value.at(7)) {
            return existing(value, value.number(0, 4), value.number(4, 2), value.number(6, 2));
        }
        if (isSeparator(value.at(2)) && value.at(2) == value.at(5)) {
            int first = value.number(0, 2);
            int second = value.number(2, 2);
            int year = value.number(4, 4);
            return Math.max(existing(value, year, second, first), existing(value, year, first, second));
        }
        return NONE;
    }

    private static int bare(FieldText value) {
        int year = value.number(0, 4);
        return year >= FIRST_BARE && year <= LAST_BARE && exists(year, value.number(4, 2), value.number(6, 2))
                ? year
                : NONE;
    }

    /** That year, if the first ten characters are eight digits and two separators, and there was such a day. */
    private static int existing(FieldText value, int year, int month, int day) {
        int digits = 0;
        for (int i = 0; i < 10; i++) {
            digits += value.isDigit(i) ? 1 : 0;
        }
        return digits == 8 && year > 0 && exists(year, month, day) ? year : NONE;
    }

    private static boolean isSeparator(char c) {
        return c == '-' || c == '/' || c == '.';
    }

    /** Whether what follows the date is nothing, or begins as a time of day does. */
    private static boolean isTime(FieldText value) {
        return value.length() == 10
                || ((value.at(10) == 'T' || value.at(10) == ' ')
                        && value.isDigit(11)
                        && value.isDigit(12)
                        && value.at(13) == ':'
                        && value.number(8, 2) < 24);
    }

    static boolean exists(int year, int month, int day) {
        return month >= 1
                && month <= 12
                && day >= 1
                && YearMonth.of(year, month).isValidDay(day);
    }
}
