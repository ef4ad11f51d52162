package ca.balise.deid.risk.model;

import ca.balise.deid.cells.model.ValueCounts;
import java.util.Arrays;

/**
 * Values are the leaves of a tree of height H, and two that meet at level h are at h/H (Li et al. 2007, §5.3). What a branch has too much
 * or too little of must pass the edge above it, of length 1/(2H): the work is {@code 1/(2H)·Σ|p_N - q_N|} over all branches N below the
 * root. It is the sum of the paper's costs, {@code height/H·min(pos_extra, neg_extra)}, counted by edges.
 */
final class TreeEarthMover implements EarthMover {

    private final ValueCounts counts;

    /** For each level the branch that each code lies on; level 0 is the codes themselves. */
    private final int[][] branchOf;

    /** For each level its branches' shares of the table. */
    private final double[][] shareOf;

    /** Records of the cell on each branch; all zero between two calls. */
    private final int[] onBranch;

    /**
     * @param branchOf for each level below the root, leaves first, the branch that each code lies on
     * @param branches the most branches of a level
     */
    TreeEarthMover(ValueCounts counts, long[] totals, long records, int[][] branchOf, int branches) {
        this.counts = counts;
        this.branchOf = branchOf;
        this.shareOf = new double[branchOf.length][branches];
        this.onBranch = new int[branches];
        for (int level = 0; level < branchOf.length; level++) {
            long[] onLevel = new long[branches];
            for (int code = 0; code < totals.length; code++) {
                onLevel[branchOf[level][code]] += totals[code];
            }
            for (int branch = 0; branch < branches; branch++) {
                shareOf[level][branch] = (double) onLevel[branch] / records;
            }
        }
    }

    @Override
    public double distance(int cell) {
        double work = 0;
        for (int level = 0; level < branchOf.length; level++) {
            work += workAt(level, cell);
        }
        return work / (2 * branchOf.length);
    }

    /** Σ|p - q| over the branches of a level: 1 for all q, corrected on the branches that the cell is on. */
    private double workAt(int level, int cell) {
        int recordsOfCell = 0;
        for (int entry = counts.start(cell); entry < counts.end(cell); entry++) {
            onBranch[branchOf[level][counts.code(entry)]] += counts.count(entry);
            recordsOfCell += counts.count(entry);
        }
        double[] corrections = new double[counts.distinct(cell)];
        for (int i = 0; i < corrections.length; i++) {
            int branch = branchOf[level][counts.code(counts.start(cell) + i)];
            if (onBranch[branch] > 0) {
                double q = shareOf[level][branch];
                corrections[i] = Math.abs((double) onBranch[branch] / recordsOfCell - q) - q;
                onBranch[branch] = 0;
            }
        }
        // In one order, whatever the order of the records.
        Arrays.sort(corrections);
        return 1 + Arrays.stream(corrections).sum();
    }
}
