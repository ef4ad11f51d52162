package ca.balise.deid.cells.model;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Which kinds of identifiers the values of a column are. The first {@link #MAXIMUM_VALUES} distinct values of a column are examined, in
 * the records before the next one occurs; it holds counts only, never a value.
 *
 * @param values distinct values examined, the empty one left out
 * @param records records examined, those without a value left out
 * @param matches how many of these records match each kind; a kind that none matches is absent
 */
public record Examination(int values, long records, Map<IdentifierKind, Long> matches) {

    /** Enough to know what a column holds; more would cost more than reading it. */
    public static final int MAXIMUM_VALUES = 100_000;

    /** Nothing was examined. */
    public static final Examination NONE = new Examination(0, 0, Map.of());

    public Examination {
        matches = Map.copyOf(matches);
    }

    /**
     * Examines the first values of a dictionary.
     *
     * @param recordsByCode how many records have each value; longer than needed is no matter
     */
    public static Examination of(Dictionary dictionary, int[] recordsByCode) {
        int values = 0;
        long records = 0;
        Map<IdentifierKind, Long> matches = new EnumMap<>(IdentifierKind.class);
        for (int code = 0; code < Math.min(dictionary.size(), MAXIMUM_VALUES); code++) {
            String value = dictionary.value(code);
            if (!value.isEmpty()) {
                values++;
                records += recordsByCode[code];
            }
            for (IdentifierKind kind : IdentifierKind.values()) {
                if (kind.matches(value)) {
                    matches.merge(kind, (long) recordsByCode[code], Long::sum);
                }
            }
        }
        return new Examination(values, records, matches);
    }

    /** The share of the examined records that match, from 0 to 1; empty where none was examined. */
    public OptionalDouble share(IdentifierKind kind) {
        return records == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) matches.getOrDefault(kind, 0L) / records);
    }
}
