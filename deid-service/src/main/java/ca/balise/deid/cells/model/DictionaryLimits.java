package ca.balise.deid.cells.model;

/**
 * What one dictionary may hold.
 *
 * @param values distinct values; keeps a column that is unique by record from filling the memory with an index of it
 * @param bytes length of the distinct values together; keeps a few million long texts from doing the same
 */
public record DictionaryLimits(int values, int bytes) {

    private static final int MAXIMUM_VALUES = 1 << 28;
    private static final int MAXIMUM_BYTES = 1 << 30;

    /** Ten million values, of 128 MiB together. */
    public static final DictionaryLimits DEFAULT = new DictionaryLimits(10_000_000, 128 << 20);

    /** No limit but that of an array: for values that were limited when they were read. */
    static final DictionaryLimits NONE = new DictionaryLimits(MAXIMUM_VALUES, MAXIMUM_BYTES);

    public DictionaryLimits {
        if (values < 1 || values > MAXIMUM_VALUES || bytes < 1 || bytes > MAXIMUM_BYTES) {
            throw new IllegalArgumentException("at least 1, at most what an array holds: " + values + ", " + bytes);
        }
    }
}
