package ca.balise.deid.cells.model;

import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day of the calendar, to the day: YYYY-MM-DD, YYYY/MM/DD or DD/MM/YYYY, if there was such a day. */
final class FullDate {

    private static final Pattern YEAR_FIRST =
            Pattern.compile("([0-9]{4})([-/])(0[1-9]|1[0-2])\\2(0[1-9]|[12][0-9]|3[01])");
    private static final Pattern DAY_FIRST = Pattern.compile("(0[1-9]|[12][0-9]|3[01])/(0[1-9]|1[0-2])/([0-9]{4})");

    private FullDate() {}

    static boolean matches(String value) {
        if (value.length() != 10) {
            return false;
        }
        Matcher yearFirst = YEAR_FIRST.matcher(value);
        if (yearFirst.matches()) {
            return exists(yearFirst.group(1), yearFirst.group(3), yearFirst.group(4));
        }
        Matcher dayFirst = DAY_FIRST.matcher(value);
        return dayFirst.matches() && exists(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1));
    }

    private static boolean exists(String year, String month, String day) {
        return YearMonth.of(Integer.parseInt(year), Integer.parseInt(month)).isValidDay(Integer.parseInt(day));
    }
}
