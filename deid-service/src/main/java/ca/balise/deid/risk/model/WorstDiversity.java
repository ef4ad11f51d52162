package ca.balise.deid.risk.model;

import ca.balise.deid.cells.model.ValueCounts;
import java.util.Arrays;

/** The least diversity of a sensitive variable over the cells met. See {@link SensitiveMeasures} for the definitions. */
final class WorstDiversity {

    private final double recursiveC;
    private int distinct = Integer.MAX_VALUE;
    private double entropy = Double.POSITIVE_INFINITY;
    private int recursive = Integer.MAX_VALUE;

    WorstDiversity(double recursiveC) {
        this.recursiveC = recursiveC;
    }

    void meet(ValueCounts counts, int cell) {
        // Sorted, so that sums come out alike whatever the order of the records.
        int[] ascending = new int[counts.distinct(cell)];
        for (int i = 0; i < ascending.length; i++) {
            ascending[i] = counts.count(counts.start(cell) + i);
        }
        Arrays.sort(ascending);
        distinct = Math.min(distinct, ascending.length);
        entropy = Math.min(entropy, entropy(ascending));
        recursive = Math.min(recursive, recursive(ascending));
    }

    /** ln n - Σ (r/n)·ln r. */
    private static double entropy(int[] counts) {
        long records = 0;
        double sum = 0;
        for (int count : counts) {
            records += count;
            sum += count * Math.log(count);
        }
        return Math.log((double) records) - sum / records;
    }

    /** The greatest l with r_1 < c·(r_l + … + r_m): values are added from the rarest until there are enough. */
    private int recursive(int[] ascending) {
        int mostFrequent = ascending[ascending.length - 1];
        long tail = 0;
        for (int i = 0; i < ascending.length; i++) {
            tail += ascending[i];
            if (mostFrequent < recursiveC * tail) {
                return ascending.length - i;
            }
        }
        return 0;
    }

    int distinct() {
        return distinct;
    }

    double entropy() {
        return Math.exp(entropy);
    }

    int recursive() {
        return recursive;
    }
}
