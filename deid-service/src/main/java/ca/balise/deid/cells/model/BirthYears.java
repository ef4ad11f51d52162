package ca.balise.deid.cells.model;

/**
 * Tells whether the dates of a column are of births, from the values alone: none of them is in the future or longer ago than anybody
 * lives, and the middle eight tenths of the records span a generation or more. What happens to people, such as admissions or hirings,
 * crowds the last years. Births of people of one age, as pupils, are not told from other events; their column's name may tell.
 *
 * <p>The numbers are ours. Years alone are kept, so the order of the values does not matter.
 */
final class BirthYears {

    /** Nobody whose age is verified lived longer (Jeanne Calment, 122 years). */
    private static final int LONGEST_LIFE = 123;

    private static final int GENERATION = 30;
    private static final int FEWEST_DATES = 10;

    private final int thisYear;
    private final long[] recordsByAge = new long[LONGEST_LIFE + 1];
    private long dates;
    private long outside;

    BirthYears(int thisYear) {
        this.thisYear = thisYear;
    }

    void add(int year, long records) {
        dates++;
        int age = thisYear - year;
        if (age < 0 || age > LONGEST_LIFE) {
            outside += records;
        } else {
            recordsByAge[age] += records;
        }
    }

    /** How many records hold such a date; 0 unless it is a column of births. */
    long matches() {
        long records = 0;
        for (long count : recordsByAge) {
            records += count;
        }
        return outside == 0 && dates >= FEWEST_DATES && age(0.9 * records) - age(0.1 * records) >= GENERATION
                ? records
                : 0;
    }

    /** The age up to which so many records are. */
    private int age(double records) {
        long sum = 0;
        for (int age = 0; age < recordsByAge.length; age++) {
            sum += recordsByAge[age];
            if (sum >= records) {
                return age;
            }
        }
        return LONGEST_LIFE;
    }
}
