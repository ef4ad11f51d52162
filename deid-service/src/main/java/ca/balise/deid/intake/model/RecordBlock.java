package ca.balise.deid.intake.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Records of a stretch of data, cut apart: where each field of each record stands in their bytes. Field {@code c} of record {@code r}
 * is known as {@code r · columns + c}. Reused: it grows to what is needed and stays so.
 */
public final class RecordBlock {

    private byte[] bytes = new byte[0];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private long[] lines = new long[16];
    private int columns;
    private int records;
    private long lineBreaks;
    private @Nullable MalformedDataException fault;

    /** Empties it, for records of so many columns whose fields stand in these bytes. */
    void begin(byte[] source, int width) {
        bytes = source;
        columns = width;
        records = 0;
        lineBreaks = 0;
        fault = null;
    }

    /** States that the same bytes stand in another, larger array now. */
    void moveTo(byte[] larger) {
        bytes = larger;
    }

    /** Makes room for one more record of so many fields, and answers the first of them. */
    int next(int width) {
        int first = records * columns;
        if (first + width > starts.length) {
            int grown = Math.max(first + width, 2 * starts.length);
            starts = Arrays.copyOf(starts, grown);
            ends = Arrays.copyOf(ends, grown);
        }
        return first;
    }

    /** Where the fields start; in the bytes, {@code [start, end)} holds one as UTF-8, not yet known to be well-formed. */
    int[] starts() {
        return starts;
    }

    int[] ends() {
        return ends;
    }

    /** Adds the record whose fields were written. */
    void add(long line) {
        if (records == lines.length) {
            lines = Arrays.copyOf(lines, 2 * records);
        }
        lines[records++] = line;
    }

    /** States how many lines end in the stretch, so that the lines of the next one can be told. */
    void endAfter(long breaks) {
        lineBreaks = breaks;
    }

    /** States that what follows the last record is malformed. */
    void endWith(MalformedDataException malformed) {
        fault = malformed;
    }

    /** What is wrong with what follows the last record, its line counted as those of the records are; null if nothing is. */
    @Nullable
    MalformedDataException fault() {
        return fault;
    }

    byte[] bytes() {
        return bytes;
    }

    int columns() {
        return columns;
    }

    int records() {
        return records;
    }

    /** The line on which a record begins, counted as the source of the block counts. */
    long line(int record) {
        return lines[record];
    }

    long lineBreaks() {
        return lineBreaks;
    }
}
