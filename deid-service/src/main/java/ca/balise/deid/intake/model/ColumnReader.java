package ca.balise.deid.intake.model;

import ca.balise.deid.cells.model.ColumnProfile;
import ca.balise.deid.intake.model.MalformedDataException.Fault;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Reads one column, a block at a time. Blocks are read by several threads, a column by one at a time: each block comes once, in any
 * order.
 */
abstract sealed class ColumnReader permits CountedColumn, ProfiledColumn {

    private final String name;
    private final int column;
    private final Lock turn = new ReentrantLock();

    /** Records whose field is empty. */
    private long missing;

    /** @param column its place, from 0 */
    ColumnReader(String name, int column) {
        this.name = name;
        this.column = column;
    }

    /** Takes the turn of reading the column, unless another thread has it. */
    final boolean tryTurn() {
        return turn.tryLock();
    }

    /** Takes the turn of reading the column once no other thread has it. */
    final void awaitTurn() {
        turn.lock();
    }

    final void endTurn() {
        turn.unlock();
    }

    /**
     * Reads the column of a block. The thread has the turn.
     *
     * @param codes receives the codes of the values, if the column is counted in the table
     * @throws MalformedDataException if a field is no text
     */
    final void read(RecordBlock block, int[] codes) {
        byte[] bytes = block.bytes();
        int[] starts = block.starts();
        int[] ends = block.ends();
        int columns = block.columns();
        int records = block.records();
        int at = column;
        for (int record = 0; record < records; record++, at += columns) {
            int from = starts[at];
            int to = ends[at];
            if (from == to) {
                missing++;
            }
            codes[record] = readField(block, record, bytes, from, to);
        }
    }

    /** Reads the field {@code [from, to)} of a record; answers its code. */
    abstract int readField(RecordBlock block, int record, byte[] bytes, int from, int to);

    /** What is known of the column after so many records. Nothing is read after. */
    abstract ColumnProfile profile(long records);

    final String name() {
        return name;
    }

    final long missing() {
        return missing;
    }

    /** Whatever is met for the first time, or looked up nowhere, must be text: its place is told, should it not be. */
    final void requireText(RecordBlock block, int record, byte[] bytes, int from, int to) {
        if (!Utf8.isWellFormed(bytes, from, to)) {
            throw MalformedDataException.inField(Fault.MALFORMED_TEXT, block.line(record), column + 1, name);
        }
    }
}
