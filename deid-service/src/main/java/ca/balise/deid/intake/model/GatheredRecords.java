package ca.balise.deid.intake.model;

import java.util.Arrays;
import java.util.function.Consumer;

/** Records that came one by one, gathered so that they are worth a thread's while. */
final class GatheredRecords implements UncutRecords {

    /** Bytes after which there are enough of them. */
    private static final int ENOUGH_BYTES = 1 << 16;

    /** Records after which there are enough of them: nearly empty ones cost too. */
    private static final int ENOUGH_RECORDS = 1 << 13;

    private final Consumer<GatheredRecords> home;
    private final RecordBlock block = new RecordBlock();
    private byte[] bytes = new byte[ENOUGH_BYTES];
    private int filled;

    /** @param home where it goes when it is released */
    GatheredRecords(Consumer<GatheredRecords> home) {
        this.home = home;
    }

    /** Empties it, for records of so many fields. */
    void begin(int columns) {
        filled = 0;
        block.begin(bytes, columns);
    }

    /** Adds a copy of a record. */
    void add(byte[] buffer, int[] starts, int[] ends, long line) {
        int columns = block.columns();
        int first = block.next(columns);
        for (int field = 0; field < columns; field++) {
            int length = ends[field] - starts[field];
            if (filled + length > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(filled + length, 2 * bytes.length));
                block.moveTo(bytes);
            }
            System.arraycopy(buffer, starts[field], bytes, filled, length);
            block.starts()[first + field] = filled;
            filled += length;
            block.ends()[first + field] = filled;
        }
        block.add(line);
    }

    boolean isEmpty() {
        return block.records() == 0;
    }

    boolean isEnough() {
        return filled >= ENOUGH_BYTES || block.records() >= ENOUGH_RECORDS;
    }

    @Override
    public RecordBlock cut() {
        return block;
    }

    @Override
    public void release() {
        home.accept(this);
    }
}
