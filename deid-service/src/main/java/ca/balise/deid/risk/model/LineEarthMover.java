package ca.balise.deid.risk.model;

import ca.balise.deid.cells.model.ValueCounts;
import java.util.Arrays;

/**
 * Values lie on a line of length 1: the work is Σ_i d_i·|P_i - Q_i|, where d_i is the distance from the i-th place to the next and P_i, Q_i
 * are the shares up to there (Li et al. 2007, §5.1, where all d_i are 1/(m - 1)).
 *
 * <p>Between two values of the cell P_i stands still while Q_i grows: where it passes P_i is found by halving, and the sums on either
 * side are differences of prefix sums. So a cell of s values takes s·log m steps, not m.
 */
final class LineEarthMover implements EarthMover {

    private final ValueCounts counts;

    /** Place on the line by code. */
    private final int[] placeOf;

    /** Q_i for place i. */
    private final double[] shareUpTo;

    /** Σ d_j over j < i. */
    private final double[] length;

    /** Σ d_j·Q_j over j < i. */
    private final double[] area;

    /**
     * @param placeOf place on the line by code, from 0; equal numbers share a place, and a code that does not occur may have any
     * @param gaps d_i, one fewer than places
     */
    LineEarthMover(ValueCounts counts, long[] totals, long records, int[] placeOf, double[] gaps) {
        this.counts = counts;
        this.placeOf = placeOf;
        int places = gaps.length + 1;
        long[] atPlace = new long[places];
        for (int code = 0; code < totals.length; code++) {
            if (totals[code] > 0) {
                atPlace[placeOf[code]] += totals[code];
            }
        }
        this.shareUpTo = new double[places];
        this.length = new double[places];
        this.area = new double[places];
        long upTo = 0;
        for (int i = 0; i < places; i++) {
            upTo += atPlace[i];
            shareUpTo[i] = (double) upTo / records;
            if (i + 1 < places) {
                length[i + 1] = length[i] + gaps[i];
                area[i + 1] = area[i] + gaps[i] * shareUpTo[i];
            }
        }
    }

    @Override
    public double distance(int cell) {
        long[] values = new long[counts.distinct(cell)];
        long recordsOfCell = 0;
        for (int i = 0; i < values.length; i++) {
            int entry = counts.start(cell) + i;
            values[i] = (long) placeOf[counts.code(entry)] << Integer.SIZE | counts.count(entry);
            recordsOfCell += counts.count(entry);
        }
        Arrays.sort(values);
        double work = 0;
        int from = 0;
        long upTo = 0;
        for (long value : values) {
            int place = (int) (value >>> Integer.SIZE);
            work += workBetween(from, place, (double) upTo / recordsOfCell);
            from = place;
            upTo += (int) value;
        }
        return work + workBetween(from, shareUpTo.length - 1, 1);
    }

    /** Σ d_i·|share - Q_i| over from ≤ i < to. */
    private double workBetween(int from, int to, double share) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (shareUpTo[middle] < share) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        double before = share * (length[low] - length[from]) - (area[low] - area[from]);
        double after = area[to] - area[low] - share * (length[to] - length[low]);
        return before + after;
    }
}
