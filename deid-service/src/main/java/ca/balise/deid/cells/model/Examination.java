package ca.balise.deid.cells.model;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Which kinds of identifiers the values of a column are. All are examined, or at most {@link #MAXIMUM_VALUES} distinct ones, chosen by
 * {@link ValueRank} so that the order of the records does not matter; it holds counts only, never a value.
 *
 * @param values distinct values examined, the empty one and those of over 2 048 characters left out
 * @param records records with one of these values
 * @param matches how many of these records match each kind; a kind that none matches is absent
 * @param namedMatches how many match the wider form of each kind, which counts where the column's name says so
 * @param lastYear the year of the last date among the values; 0 if there is none
 */
public record Examination(
        int values,
        long records,
        Map<IdentifierKind, Long> matches,
        Map<IdentifierKind, Long> namedMatches,
        int lastYear) {

    /** Enough to know what a column holds; more would cost more than reading it. */
    public static final int MAXIMUM_VALUES = 100_000;

    /** Nothing was examined. */
    public static final Examination NONE = new Examination(0, 0, Map.of());

    public Examination {
        matches = Map.copyOf(matches);
        namedMatches = Map.copyOf(namedMatches);
    }

    /** An examination in which no value has a wider form. */
    public Examination(int values, long records, Map<IdentifierKind, Long> matches) {
        this(values, records, matches, Map.of(), FullDate.NONE);
    }

    /**
     * Examines the values of a dictionary, at most {@link #MAXIMUM_VALUES}.
     *
     * @param recordsByCode how many records have each value; longer than needed is no matter
     */
    public static Examination of(Dictionary dictionary, int[] recordsByCode) {
        Examiner examiner = new Examiner();
        for (int code = 0; code < Math.min(dictionary.size(), MAXIMUM_VALUES); code++) {
            examiner.examine(dictionary.value(code), recordsByCode[code]);
        }
        return examiner.examination();
    }

    /** The same seen in a given year: dates of which some are in a later one are not of births. */
    public Examination asOf(int year) {
        if (lastYear <= year || !matches.containsKey(IdentifierKind.DATE_OF_BIRTH)) {
            return this;
        }
        Map<IdentifierKind, Long> known = new EnumMap<>(matches);
        known.remove(IdentifierKind.DATE_OF_BIRTH);
        return new Examination(values, records, known, namedMatches, lastYear);
    }

    /** The share of the examined records that match, from 0 to 1; empty where none was examined. */
    public OptionalDouble share(IdentifierKind kind) {
        return share(matches.getOrDefault(kind, 0L));
    }

    /** The same in a column whose name says that it holds this kind. */
    OptionalDouble namedShare(IdentifierKind kind) {
        return share(Math.max(matches.getOrDefault(kind, 0L), namedMatches.getOrDefault(kind, 0L)));
    }

    private OptionalDouble share(long matching) {
        return records == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) matching / records);
    }

    /** Counts matches value by value. */
    private static final class Examiner {

        private static final IdentifierKind[] KINDS = IdentifierKind.values();

        private final FieldText text = new FieldText();
        private final PersonalName name = new PersonalName();
        private final NameTally names = new NameTally();
        private final BirthYears births = new BirthYears();
        private final long[] matches = new long[KINDS.length];
        private final long[] namedMatches = new long[KINDS.length];
        private int values;
        private long records;

        void examine(String value, long count) {
            if (value.isEmpty() || !text.read(value)) {
                return;
            }
            values++;
            records += count;
            for (int i = 0; i < KINDS.length; i++) {
                IdentifierKind kind = KINDS[i];
                if (!kind.isOfColumns() && kind.matches(text)) {
                    matches[i] += count;
                }
                if (kind.matchesNamed(text)) {
                    namedMatches[i] += count;
                }
            }
            if (Shape.NAME.has(text)) {
                names.add(name.form(text), count);
            }
            if (Shape.DATE.has(text)) {
                int year = FullDate.year(text);
                if (year != FullDate.NONE) {
                    births.add(year, count);
                }
            }
        }

        Examination examination() {
            Map<IdentifierKind, Long> byKind = byKind(matches);
            putIfAny(byKind, IdentifierKind.PERSONAL_NAME, names.matches(values, records));
            putIfAny(byKind, IdentifierKind.DATE_OF_BIRTH, births.matches());
            return new Examination(values, records, byKind, byKind(namedMatches), births.last());
        }

        private static Map<IdentifierKind, Long> byKind(long[] counts) {
            Map<IdentifierKind, Long> byKind = new EnumMap<>(IdentifierKind.class);
            for (int i = 0; i < KINDS.length; i++) {
                putIfAny(byKind, KINDS[i], counts[i]);
            }
            return byKind;
        }

        private static void putIfAny(Map<IdentifierKind, Long> byKind, IdentifierKind kind, long count) {
            if (count > 0) {
                byKind.put(kind, count);
            }
        }
    }
}
