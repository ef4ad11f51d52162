package ca.balise.deid.release.model;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A coarser way to write a value (PIN-2020-03 §5.1.4: « la généralisation de la valeur des caractéristiques en question »). Each can
 * be applied to the values of the data and to those a finer one of the same chain has made of them. A missing value stays missing.
 */
public enum Generalisation {
    /** Whole numbers in bands of five, each written as its lower bound. */
    BANDS_OF_5(1),
    BANDS_OF_10(2),
    BANDS_OF_20(3),
    /** Days to their month. */
    MONTHS(1),
    /** Days or months to their year. */
    YEARS(2),
    /** Canadian postal codes to their first three characters. */
    FORWARD_SORTATION_AREAS(1),
    /** Canadian postal codes to their first character: a province, or a part of one. */
    POSTAL_DISTRICTS(2),
    /** Every value to the same: as if the variable were removed. */
    REMOVED(4);

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern POSTAL = Pattern.compile("[A-Za-z][0-9][A-Za-z][ -]?[0-9][A-Za-z][0-9]");

    /** With fewer values a band would hardly be coarser than the values, or be all there is. */
    private static final int BANDS_FROM = 6;

    private static final String EVERYTHING = "*";

    private final int steps;

    Generalisation(int steps) {
        this.steps = steps;
    }

    /** How far it is from the values as they are. */
    int steps() {
        return steps;
    }

    /**
     * The generalisations that suit a variable, finest first; the last removes it.
     *
     * @param values its distinct values
     */
    static List<Generalisation> chainFor(List<String> values) {
        if (values.size() >= BANDS_FROM && all(values, WHOLE)) {
            return List.of(BANDS_OF_5, BANDS_OF_10, BANDS_OF_20, REMOVED);
        }
        if (all(values, DAY)) {
            return List.of(MONTHS, YEARS, REMOVED);
        }
        return all(values, POSTAL) ? List.of(FORWARD_SORTATION_AREAS, POSTAL_DISTRICTS, REMOVED) : List.of(REMOVED);
    }

    private static boolean all(List<String> values, Pattern form) {
        return values.stream().anyMatch(value -> !isMissing(value))
                && values.stream()
                        .allMatch(
                                value -> isMissing(value) || form.matcher(value).matches());
    }

    private static boolean isMissing(String value) {
        return value.isEmpty() || value.equals(EVERYTHING);
    }

    /** The coarser value. */
    String of(String value) {
        if (this == REMOVED) {
            return EVERYTHING;
        }
        if (isMissing(value)) {
            return value;
        }
        return switch (this) {
            case BANDS_OF_5 -> band(value, 5);
            case BANDS_OF_10 -> band(value, 10);
            case BANDS_OF_20 -> band(value, 20);
            case MONTHS -> value.substring(0, 7);
            case YEARS -> value.substring(0, 4);
            case FORWARD_SORTATION_AREAS -> value.substring(0, 3).toUpperCase(java.util.Locale.ROOT);
            case POSTAL_DISTRICTS -> value.substring(0, 1).toUpperCase(java.util.Locale.ROOT);
            case REMOVED -> EVERYTHING;
        };
    }

    private static String band(String value, int width) {
        int number = Integer.parseInt(value);
        return Integer.toString(number - Math.floorMod(number, width));
    }
}
