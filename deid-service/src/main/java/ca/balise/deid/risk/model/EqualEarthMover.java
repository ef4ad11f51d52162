package ca.balise.deid.risk.model;

import ca.balise.deid.cells.model.ValueCounts;

/**
 * Between any two values lies 1: the work is ½·Σ|p - q|, which is Σ (p - q) over the values with more in the cell than in the table (Li
 * et al. 2007, §5.2). In integers but for the last division.
 */
final class EqualEarthMover implements EarthMover {

    private final ValueCounts counts;
    private final long[] totals;
    private final long records;

    EqualEarthMover(ValueCounts counts, long[] totals, long records) {
        this.counts = counts;
        this.totals = totals;
        this.records = records;
    }

    @Override
    public double distance(int cell) {
        long recordsOfCell = 0;
        for (int entry = counts.start(cell); entry < counts.end(cell); entry++) {
            recordsOfCell += counts.count(entry);
        }
        long excess = 0;
        for (int entry = counts.start(cell); entry < counts.end(cell); entry++) {
            excess += Math.max(0, counts.count(entry) * records - totals[counts.code(entry)] * recordsOfCell);
        }
        return (double) excess / ((double) recordsOfCell * records);
    }
}
