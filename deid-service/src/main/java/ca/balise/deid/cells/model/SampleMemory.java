package ca.balise.deid.cells.model;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many values the samples of several columns may keep together. As long as all find room, each keeps what it likes, up to its
 * limit; once they do not, each is left with an equal share. Whether they find room depends on the distinct values alone, not on
 * the order in which they come, so that the samples do not either.
 */
public final class SampleMemory {

    /** Of a value in a sample, its bytes aside: its slot, its start, its count, and the same again while they grow or are sorted. */
    private static final int BYTES_OF_VALUE = 96;

    /** For each byte of a value: in an array that may be half empty, and again while it grows. */
    private static final int BYTES_OF_BYTE = 4;

    private final long bytes;
    private final int columns;
    private final AtomicLong used = new AtomicLong();
    private volatile boolean scarce;

    /**
     * @param bytes that they may take together
     * @param columns how many samples there are
     */
    public SampleMemory(long bytes, int columns) {
        this.bytes = bytes;
        this.columns = Math.max(1, columns);
    }

    /** Takes room for a value of so many bytes; answers how much. */
    long use(int length) {
        return use(BYTES_OF_VALUE + (long) length * BYTES_OF_BYTE);
    }

    /**
     * Takes room for a sample that has reached its limit, as if it were full, since how full it is depends on which values came first.
     *
     * @param already taken for its values
     */
    void useAll(long already) {
        use(ValueSample.withSlack(values()) * BYTES_OF_VALUE
                + ValueSample.withSlack(valueBytes()) * BYTES_OF_BYTE
                - already);
    }

    private long use(long amount) {
        if (used.addAndGet(amount) > bytes) {
            scarce = true;
        }
        return amount;
    }

    /** The most values in one sample. */
    int values() {
        return scarce
                ? (int) Math.min(Examination.MAXIMUM_VALUES, share() / 2 / ValueSample.withSlack(BYTES_OF_VALUE))
                : Examination.MAXIMUM_VALUES;
    }

    /** The most bytes of the values in one sample. */
    long valueBytes() {
        return (scarce ? share() : bytes) / 2 / ValueSample.withSlack(BYTES_OF_BYTE);
    }

    private long share() {
        return bytes / columns;
    }
}
