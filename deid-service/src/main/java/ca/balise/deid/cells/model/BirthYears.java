package ca.balise.deid.cells.model;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tells whether the dates of a column are of births, from the values alone: none is longer before the last of them than anybody lives,
 * and the middle eight tenths of the records span a generation or more. What happens to people, such as admissions or hirings, crowds
 * the last years. That none is in the future is for who knows the day to see ({@link Examination#asOf}). Births of people of one age, as pupils, are not told from other events; their column's name may tell.
 *
 * <p>The numbers are ours. Years alone are kept, so the order of the values does not matter.
 */
final class BirthYears {

    /** Nobody whose age is verified lived longer (Jeanne Calment, 122 years). */
    private static final int LONGEST_LIFE = 123;

    private static final int GENERATION = 30;
    private static final int FEWEST_DATES = 10;

    private final SortedMap<Integer, Long> recordsByYear = new TreeMap<>();
    private long dates;

    void add(int year, long records) {
        dates++;
        recordsByYear.merge(year, records, Long::sum);
    }

    /** The year of the last date, or {@link FullDate#NONE}. */
    int last() {
        return recordsByYear.isEmpty() ? FullDate.NONE : recordsByYear.lastKey();
    }

    /** How many records hold such a date; 0 unless it is a column of births. */
    long matches() {
        if (dates < FEWEST_DATES || recordsByYear.lastKey() - recordsByYear.firstKey() > LONGEST_LIFE) {
            return 0;
        }
        long records =
                recordsByYear.values().stream().mapToLong(Long::longValue).sum();
        return year(0.9 * records) - year(0.1 * records) >= GENERATION ? records : 0;
    }

    /** The year up to which so many records are. */
    private int year(double records) {
        long sum = 0;
        for (Map.Entry<Integer, Long> entry : recordsByYear.entrySet()) {
            sum += entry.getValue();
            if (sum >= records) {
                return entry.getKey();
            }
        }
        return recordsByYear.lastKey();
    }
}
