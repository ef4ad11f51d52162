package ca.balise.deid.cells.model;

import java.time.YearMonth;

/**
 * A day of the calendar, to the day, if there was such a day: YYYY-MM-DD with hyphens, slashes, dots or nothing between; DD/MM/YYYY or
 * MM/DD/YYYY with hyphens, slashes or dots; a time of day may follow. Between separators a month, a day or an hour below ten may lack its
 * leading zero, as spreadsheets write it. A year of two digits is left out: 12/3/85 is as well a number of a file or of a part.
 */
final class FullDate {

    /** What {@link #year} answers where a value is no date. */
    static final int NONE = 0;

    /** The share of eight digits that are a date: 200 years of 365 days, of 10^8. */
    static final double CHANCE = 0.00073;

    /** A date without separators, or without its leading zeros, is of these years: such digits are any number. */
    private static final int FIRST_LOOSE = 1900;

    private static final int LAST_LOOSE = 2099;

    private FullDate() {}

    static boolean matches(FieldText value) {
        return year(value) != NONE;
    }

    /** The year of the date, or {@link #NONE}. */
    static int year(FieldText value) {
        return value.length() == 8 && value.digits() == 8 ? bare(value) : separated(value);
    }

    private static int bare(FieldText value) {
        int year = value.number(0, 4);
        return isLoose(year) && exists(year, value.number(4, 2), value.number(6, 2)) ? year : NONE;
    }

    private static int separated(FieldText value) {
        int first = digitsFrom(value, 0);
        char separator = value.at(first);
        int second = digitsFrom(value, first + 1);
        int third = digitsFrom(value, first + second + 2);
        int digits = first + second + third;
        if (!isSeparator(separator)
                || value.at(first + 1 + second) != separator
                || !isDayOrMonth(second)
                || !isTime(value, digits + 2, digits)) {
            return NONE;
        }
        int year = NONE;
        if (first == 4 && isDayOrMonth(third)) {
            year = existing(value.number(0, 4), value.number(4, second), value.number(4 + second, third));
        } else if (isDayOrMonth(first) && third == 4) {
            int one = value.number(0, first);
            int other = value.number(first, second);
            int last = value.number(first + second, 4);
            year = Math.max(existing(last, other, one), existing(last, one, other));
        }
        return digits == 8 || isLoose(year) ? year : NONE;
    }

    /** How many digits there are from a place on, up to a character that is none. */
    private static int digitsFrom(FieldText value, int place) {
        int end = place;
        while (value.isDigit(end)) {
            end++;
        }
        return end - place;
    }

    private static boolean isDayOrMonth(int digits) {
        return digits == 1 || digits == 2;
    }

    private static boolean isLoose(int year) {
        return year >= FIRST_LOOSE && year <= LAST_LOOSE;
    }

    private static int existing(int year, int month, int day) {
        return year > 0 && exists(year, month, day) ? year : NONE;
    }

    private static boolean isSeparator(char c) {
        return c == '-' || c == '/' || c == '.';
    }

    /** Whether what follows the date, from a place and a digit on, is nothing, or begins as a time of day does. */
    private static boolean isTime(FieldText value, int place, int digit) {
        if (place == value.length()) {
            return true;
        }
        int hour = digitsFrom(value, place + 1);
        return (value.at(place) == 'T' || value.at(place) == ' ')
                && (hour == 1 || hour == 2)
                && value.at(place + 1 + hour) == ':'
                && value.number(digit, hour) < 24;
    }

    static boolean exists(int year, int month, int day) {
        return month >= 1
                && month <= 12
                && day >= 1
                && YearMonth.of(year, month).isValidDay(day);
    }
}
