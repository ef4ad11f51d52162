package ca.balise.deid.cells.model;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The sampling weights of the records, added up by cell. The weight of a record is the number of persons of the population that it
 * stands for; their sum over a cell, F̂, estimates how many persons of the population have the cell's values (R. Benedetti and L.
 * Franconi, "Statistical and technological solutions for controlled data dissemination", 1998, §3).
 *
 * <p>The sum of a cell does not depend on the order of the records: its terms are added in the order of their size.
 */
public final class SamplingWeights {

    private static final Pattern NUMBER = Pattern.compile("\\+?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?");

    private final ValueCounts counts;
    private final double[] values;

    private SamplingWeights(ValueCounts counts) {
        this.counts = counts;
        this.values = counts.dictionary().values().stream()
                .mapToDouble(SamplingWeights::number)
                .toArray();
    }

    /** The weights counted in a table whose every weight {@link #areNumbers is a number}. */
    public static SamplingWeights of(ValueCounts weights) {
        return new SamplingWeights(weights);
    }

    /** Whether every weight is a positive number, written with digits, a decimal point and an exponent. */
    public static boolean areNumbers(ValueCounts weights) {
        return IntStream.range(0, weights.entries())
                .map(weights::code)
                .distinct()
                .mapToObj(weights.dictionary()::value)
                .allMatch(value -> number(value) > 0 && number(value) < Double.POSITIVE_INFINITY);
    }

    private static double number(String value) {
        return NUMBER.matcher(value).matches() ? Double.parseDouble(value) : Double.NaN;
    }

    /** The sum of the weights of a cell's records. */
    public double sum(int cell) {
        double[] terms = new double[counts.distinct(cell)];
        for (int i = 0; i < terms.length; i++) {
            int entry = counts.start(cell) + i;
            terms[i] = values[counts.code(entry)] * counts.count(entry);
        }
        Arrays.sort(terms);
        double sum = 0;
        for (double term : terms) {
            sum += term;
        }
        return sum;
    }

    /** Whether all records have the same weight, as in a simple random sample. */
    public boolean areEqual() {
        return IntStream.range(0, counts.entries())
                        .mapToDouble(entry -> values[counts.code(entry)])
                        .distinct()
                        .limit(2)
                        .count()
                == 1;
    }
}
