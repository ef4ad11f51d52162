package ca.balise.deid.risk.model;

import java.util.SortedMap;

/**
 * What the models of population uniques need of a sample: how many cells there are of each size.
 *
 * @param cellsBySize f_i, the number of cells of i persons, ascending
 * @param populationSize N, at least the persons of the sample
 */
record SampleSizes(SortedMap<Integer, Integer> cellsBySize, long populationSize) {

    /** n. */
    long persons() {
        return cellsBySize.entrySet().stream()
                .mapToLong(entry -> (long) entry.getKey() * entry.getValue())
                .sum();
    }

    /** u. */
    long cells() {
        return cellsBySize.values().stream().mapToLong(Integer::longValue).sum();
    }

    int cellsOf(int size) {
        return cellsBySize.getOrDefault(size, 0);
    }

    /** π = n / N. */
    double fraction() {
        return (double) persons() / populationSize;
    }
}
