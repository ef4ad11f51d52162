package ca.balise.deid.risk.model;

import ca.balise.deid.cells.model.CellTable;
import ca.balise.deid.cells.model.Subsets;

/**
 * How many subsets of the quasi-identifiers are measured: there are 2^q of them, and each takes a pass over the cells. What was asked
 * for is cut down to the largest size whose subsets, and all smaller ones, stay within the limits.
 *
 * @param subsets at most so many
 * @param steps at most so many times the cells, and the memberships of persons in cells where there is a person key
 */
record SubsetLimits(int subsets, long steps) {

    /** Where nothing was asked for: a fifth of a second. Ten quasi-identifiers up to three at a time over 200 000 cells fit. */
    static final long DEFAULT_STEPS = 40_000_000;

    /** Where a size was asked for: some seconds, or tens where there are millions of cells. */
    static final long MAXIMUM_STEPS = 500_000_000;

    /** Combinations listed one by one in an answer. */
    static final int MAXIMUM_LISTED = 10_000;

    /** Subsets searched for minimal uniques, of which none is listed. */
    static final int MAXIMUM_SEARCHED = 1 << 20;

    /** What a size asked for may come down to. */
    int cut(int size, CellTable table) {
        int variables = table.quasiIdentifiers().size();
        if (variables > Subsets.MAXIMUM_VARIABLES) {
            return 0;
        }
        long count = 0;
        long ofSize = 1;
        for (int i = 1; i <= Math.min(size, variables); i++) {
            ofSize = ofSize * (variables - i + 1) / i;
            count += ofSize;
            if (count > subsets || count * stepsOfOne(table) > steps) {
                return i - 1;
            }
        }
        return Math.min(size, variables);
    }

    /** What one regrouping takes. */
    static long stepsOfOne(CellTable table) {
        return table.cells() + (table.hasPersonKey() ? table.memberships() : 0);
    }
}
