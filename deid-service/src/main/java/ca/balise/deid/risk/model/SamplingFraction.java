package ca.balise.deid.risk.model;

import ca.balise.deid.cells.model.CellTable;
import ca.balise.deid.cells.model.SamplingWeights;
import ca.balise.deid.specification.model.Population;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The share of the population that is in the data.
 *
 * @param value over 0, at most 1
 * @param assumed whether it is {@link #ASSUMED}, for nothing is known of the population
 */
record SamplingFraction(double value, boolean assumed) {

    /** What sdcMicro takes where nothing is said (its manual, {@code suda2}, DisFraction). */
    static final double ASSUMED = 0.01;

    /** The fraction that follows from what is known of the population; the table has at least one cell. */
    static SamplingFraction of(CellTable table, Population population) {
        double persons = (double) table.persons();
        return switch (population) {
            case Population.Unknown unknown -> new SamplingFraction(ASSUMED, true);
            case Population.Fraction fraction -> new SamplingFraction(fraction.value(), false);
            case Population.Size size -> stated(persons, (double) size.persons());
            case Population.Weights weights -> stated(persons, weighted(table));
            case Population.Cells cells -> stated(persons, (double) cells.size());
        };
    }

    /** A population smaller than its sample is a fault named elsewhere; nobody is outside the sample then. */
    private static SamplingFraction stated(double persons, double size) {
        return new SamplingFraction(Math.min(1, persons / size), false);
    }

    private static double weighted(CellTable table) {
        SamplingWeights weights = SamplingWeights.of(
                table.weights().orElseThrow(() -> new IllegalArgumentException("the table was built without weights")));
        // Ascending, so that the sum does not depend on the order of the records.
        return Arrays.stream(IntStream.range(0, table.cells())
                        .mapToDouble(weights::sum)
                        .sorted()
                        .toArray())
                .sum();
    }
}
