package ca.balise.deid.risk.model;

import ca.balise.deid.cells.model.ValueCounts;

/**
 * The least work that turns the distribution Q of a sensitive variable in the whole table into its distribution P in a cell (Y. Rubner, C.
 * Tomasi and L. J. Guibas, 2000), for one ground distance. It is computed from the values of the cell alone; those it lacks come in as
 * sums prepared once.
 */
interface EarthMover {

    /** From 0 to 1. */
    double distance(int cell);

    /** Records by code, over all cells. */
    static long[] totals(ValueCounts counts) {
        long[] totals = new long[counts.dictionary().size()];
        for (int entry = 0; entry < counts.entries(); entry++) {
            totals[counts.code(entry)] += counts.count(entry);
        }
        return totals;
    }
}
