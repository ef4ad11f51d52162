package ca.balise.deid.cells.model;

import ca.balise.deid.cells.model.PersonalName.Form;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Tells whether a column is one of names. One value does not tell: Baker is an occupation, Madison a town, June a month. So a column
 * counts as one of
 *
 * <ul>
 *   <li>full names, where of its distinct values one in {@value #FEWEST_FULL} or more, or {@value #MANY_FULL}, are a given and a family
 *       name; values of which only the given name is listed count then too;
 *   <li>given names alone, or family names alone, where half of its records and half of its distinct values, or {@value #MANY_SINGLE},
 *       are listed and no ordinary word.
 * </ul>
 *
 * <p>These numbers are ours. Sums alone are kept, so the order of the values does not matter.
 */
final class NameTally {

    private static final int FEWEST_FULL = 50;
    private static final int MANY_FULL = 20;
    private static final int MANY_SINGLE = 300;
    private static final int FEWEST_SINGLE = 3;

    private final Map<Form, Count> counts = new EnumMap<>(Form.class);

    NameTally() {
        for (Form form : Form.values()) {
            counts.put(form, new Count());
        }
    }

    private static final class Count {

        private long values;
        private long records;
    }

    void add(Form form, long records) {
        Count count = of(form);
        count.values++;
        count.records += records;
    }

    /**
     * How many records hold the name of a person; 0 unless it is a column of names.
     *
     * @param examined distinct values
     * @param allRecords that have one of them
     */
    long matches(int examined, long allRecords) {
        long full = of(Form.FULL).values;
        if (full > 0 && (full >= MANY_FULL || full * FEWEST_FULL >= examined)) {
            return of(Form.FULL).records + of(Form.LIKELY).records;
        }
        boolean given = isOf(Form.GIVEN, examined, allRecords);
        if (given || isOf(Form.FAMILY, examined, allRecords)) {
            return of(given ? Form.GIVEN : Form.FAMILY).records + of(Form.EITHER).records + of(Form.ORDINARY).records;
        }
        return 0;
    }

    private boolean isOf(Form form, int examined, long allRecords) {
        long distinct = of(form).values + of(Form.EITHER).values;
        long matching = of(form).records + of(Form.EITHER).records;
        return distinct >= FEWEST_SINGLE
                && (2 * distinct >= examined || distinct >= MANY_SINGLE)
                && 2 * matching >= allRecords;
    }

    private Count of(Form form) {
        return Objects.requireNonNull(counts.get(form));
    }
}
