package ca.balise.deid.cells.model;

/**
 * How much is counted in one table.
 *
 * @param cells distinct combinations of quasi-identifiers; near-unique data have one for each record, and would otherwise fill the
 *     memory before the caller learns that they cannot be released anyway
 * @param records records counted, at most 2^31 - 1: sizes are 32-bit integers and must not wrap
 */
public record CellLimits(int cells, int records) {

    /** Five million cells, 2^31 - 1 records. */
    public static final CellLimits DEFAULT = new CellLimits(5_000_000, Integer.MAX_VALUE);

    /** For tables derived from one that stayed within its limits. */
    static final CellLimits NONE = new CellLimits(CellIndex.MAXIMUM_CELLS, Integer.MAX_VALUE);

    public CellLimits {
        if (cells < 1 || cells > CellIndex.MAXIMUM_CELLS || records < 1) {
            throw new IllegalArgumentException("at least 1, at most what an array holds: " + cells + ", " + records);
        }
    }
}
