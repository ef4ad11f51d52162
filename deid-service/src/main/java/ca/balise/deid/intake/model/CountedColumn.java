package ca.balise.deid.intake.model;

import ca.balise.deid.cells.model.ColumnProfile;
import ca.balise.deid.cells.model.Dictionary;
import ca.balise.deid.cells.model.DictionaryBuilder;
import ca.balise.deid.cells.model.DictionaryLimits;
import ca.balise.deid.cells.model.MemoryBudget;
import ca.balise.deid.cells.model.ValueCounter;

/** A column whose values are counted in the table: all are kept, or there are too many. */
final class CountedColumn extends ColumnReader {

    /** The code of {@code *} while it has not occurred. */
    static final int NO_CODE = -1;

    private final ValueCounter values;

    /** Read by whoever counts a block, after it was read here. */
    private volatile int suppressedCode = NO_CODE;

    CountedColumn(String name, int column, DictionaryLimits limits, MemoryBudget memory) {
        super(name, column);
        this.values = new ValueCounter(name, limits, memory);
    }

    @Override
    int readField(RecordBlock block, int record, byte[] bytes, int from, int to) {
        int code = values.countKnown(bytes, from, to);
        return code == DictionaryBuilder.UNKNOWN ? meet(block, record, bytes, from, to) : code;
    }

    private int meet(RecordBlock block, int record, byte[] bytes, int from, int to) {
        requireText(block, record, bytes, from, to);
        int code = values.countNew(bytes, from, to);
        if (to - from == 1 && bytes[from] == '*') {
            suppressedCode = code;
        }
        return code;
    }

    /** The code of {@code *}, or {@link #NO_CODE} if no block that was read has it. */
    int suppressedCode() {
        return suppressedCode;
    }

    /** The values of the codes given. */
    Dictionary dictionary() {
        return values.dictionary();
    }

    @Override
    ColumnProfile profile(long records) {
        int distinct = values.size() - (missing() > 0 ? 1 : 0);
        return new ColumnProfile(name(), records, missing(), distinct, true, values.examine());
    }
}
