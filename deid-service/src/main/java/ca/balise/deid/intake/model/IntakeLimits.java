package ca.balise.deid.intake.model;

import ca.balise.deid.cells.model.CellLimits;
import ca.balise.deid.cells.model.DictionaryLimits;

/**
 * What one data set may hold. Past a limit the reading ends in an exception that names it.
 *
 * @param columns columns; each has its own dictionary, and a header of a million names would fill the memory before any record
 * @param recordBytes bytes of one record, its line end aside; a file without line ends, or one that opens a quote and never closes
 *     it, would be buffered whole
 * @param memoryBytes memory of all tables of the data set together, but for the counters of examined values, a fifth of it at most;
 *     without it a few uploads at once would end the service, and with it the heap divided by it is the number that may run at once
 * @param dictionaries distinct values in one column
 * @param cells cells and records in the table
 */
public record IntakeLimits(
        int columns, int recordBytes, long memoryBytes, DictionaryLimits dictionaries, CellLimits cells) {

    /** 1 000 columns, records of 1 MiB, 256 MiB of tables. */
    public static final IntakeLimits DEFAULT =
            new IntakeLimits(1_000, 1 << 20, 256L << 20, DictionaryLimits.DEFAULT, CellLimits.DEFAULT);

    /** Longer records would need longer offsets than a 32-bit integer, twice over. */
    private static final int MAXIMUM_RECORD_BYTES = 1 << 28;

    public IntakeLimits {
        if (columns < 1 || recordBytes < 1 || recordBytes > MAXIMUM_RECORD_BYTES || memoryBytes < 1) {
            throw new IllegalArgumentException("limits out of range");
        }
    }
}
