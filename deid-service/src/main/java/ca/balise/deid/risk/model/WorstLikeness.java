package ca.balise.deid.risk.model;

import ca.balise.deid.cells.model.ValueCounts;
import org.jspecify.annotations.Nullable;

/**
 * How far the share q of a value in a cell departs from its share p in the table, at worst over the cells met. See
 * {@link SensitiveMeasures} for the definitions.
 */
final class WorstLikeness {

    private final ValueCounts counts;
    private final long[] totals;
    private final long records;
    private final int values;
    private double gain;
    private double delta;
    private boolean anyAbsent;
    private boolean anyBeyondBound;

    WorstLikeness(ValueCounts counts, long[] totals, long records) {
        this.counts = counts;
        this.totals = totals;
        this.records = records;
        this.values = counts.distinct();
    }

    void meet(int cell, int recordsOfCell) {
        anyAbsent |= counts.distinct(cell) < values;
        for (int entry = counts.start(cell); entry < counts.end(cell); entry++) {
            long total = totals[counts.code(entry)];
            double ratio = (double) (counts.count(entry) * records) / ((double) total * recordsOfCell);
            gain = Math.max(gain, ratio - 1);
            delta = Math.max(delta, Math.abs(Math.log(ratio)));
            anyBeyondBound |= ratio - 1 > Math.log((double) records / total);
        }
    }

    double basic() {
        return gain;
    }

    @Nullable
    Double enhanced() {
        return anyBeyondBound ? null : Double.valueOf(gain);
    }

    @Nullable
    Double delta() {
        return anyAbsent ? null : Double.valueOf(delta);
    }

    double deltaOfPresent() {
        return delta;
    }
}
