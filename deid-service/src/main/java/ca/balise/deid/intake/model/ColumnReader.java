package ca.balise.deid.intake.model;

import ca.balise.deid.cells.model.ColumnProfile;
import ca.balise.deid.cells.model.Dictionary;
import ca.balise.deid.cells.model.DictionaryBuilder;
import ca.balise.deid.cells.model.DictionaryLimits;
import ca.balise.deid.cells.model.Examination;
import ca.balise.deid.cells.model.LimitExceededException;
import ca.balise.deid.cells.model.MemoryBudget;
import ca.balise.deid.intake.model.MalformedDataException.Fault;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads one column: encodes its values, and counts what its profile needs. Values are examined for the profile until there are more
 * than {@link Examination#MAXIMUM_VALUES} distinct ones. A column that is read for its profile only is not looked up after that, nor
 * once the memory for profiles is used up; its dictionary is dropped.
 */
final class ColumnReader {

    /** The code of a value that was not looked up, and of {@code *} while it has not occurred. */
    static final int NO_CODE = -1;

    private static final DictionaryLimits PROFILE_ONLY =
            new DictionaryLimits(Examination.MAXIMUM_VALUES, DictionaryLimits.DEFAULT.bytes());

    private final String name;
    private final int place;
    private final boolean kept;

    /** Null once dropped. */
    private @Nullable DictionaryBuilder values;

    /** How many records have each value; null once the examination is over. */
    private int @Nullable [] recordsByCode = new int[64];

    private Examination examination = Examination.NONE;
    private long missing;
    private int suppressedCode = NO_CODE;

    private ColumnReader(String name, int place, boolean kept, DictionaryBuilder values) {
        this.name = name;
        this.place = place;
        this.kept = kept;
        this.values = values;
    }

    /**
     * A reader of a column whose values are counted in the table: all are kept, or there are too many.
     *
     * @param place of the column, from 1
     */
    static ColumnReader keeping(String name, int place, DictionaryLimits limits, MemoryBudget memory) {
        return new ColumnReader(name, place, true, new DictionaryBuilder(name, limits, memory));
    }

    /** A reader of a column of which only the profile is wanted. */
    static ColumnReader profiling(String name, int place, MemoryBudget memory) {
        return new ColumnReader(name, place, false, new DictionaryBuilder(name, PROFILE_ONLY, memory));
    }

    /**
     * Reads the field of the next record.
     *
     * @param line for the exception, should it be malformed
     * @return its code, or {@link #NO_CODE}
     */
    int read(byte[] buffer, int from, int to, long line) {
        if (from == to) {
            missing++;
        }
        if (values == null) {
            requireText(buffer, from, to, line);
            return NO_CODE;
        }
        int known = values.size();
        int code = encode(values, buffer, from, to);
        if (code == known || code == NO_CODE) {
            requireText(buffer, from, to, line);
            meet(code, buffer, from, to);
        }
        if (recordsByCode != null && code != NO_CODE) {
            recordsByCode[code]++;
        }
        return code;
    }

    String name() {
        return name;
    }

    /** The code of {@code *}, or {@link #NO_CODE} while no record has it. */
    int suppressedCode() {
        return suppressedCode;
    }

    /** What is known of the column after so many records. */
    ColumnProfile profile(long records) {
        boolean lookedUpToTheEnd = values != null;
        endExamination();
        int distinct = values == null ? examination.values() : values.size() - (missing > 0 ? 1 : 0);
        return new ColumnProfile(name, records, missing, distinct, lookedUpToTheEnd, examination);
    }

    /** The values of the codes given. Only of a column that is kept. */
    Dictionary dictionary() {
        if (values == null) {
            throw new IllegalStateException("the dictionary of " + name + " is not kept");
        }
        return values.build();
    }

    private int encode(DictionaryBuilder known, byte[] buffer, int from, int to) {
        try {
            return known.encode(buffer, from, to);
        } catch (LimitExceededException e) {
            if (kept) {
                throw e;
            }
            endExamination();
            known.discard();
            values = null;
            return NO_CODE;
        }
    }

    /** What a value that was not seen before changes. */
    private void meet(int code, byte[] buffer, int from, int to) {
        if (to - from == 1 && buffer[from] == '*') {
            suppressedCode = code;
        }
        if (code == Examination.MAXIMUM_VALUES) {
            endExamination();
        } else if (recordsByCode != null && code == recordsByCode.length) {
            recordsByCode = Arrays.copyOf(recordsByCode, 2 * code);
        }
    }

    private void endExamination() {
        if (values != null && recordsByCode != null) {
            examination = Examination.of(values.build(), recordsByCode);
            recordsByCode = null;
        }
    }

    private void requireText(byte[] buffer, int from, int to, long line) {
        if (!Utf8.isWellFormed(buffer, from, to)) {
            throw MalformedDataException.inField(Fault.MALFORMED_TEXT, line, place, name);
        }
    }
}
