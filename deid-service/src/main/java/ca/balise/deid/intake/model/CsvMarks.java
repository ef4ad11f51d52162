package ca.balise.deid.intake.model;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Where the bytes stand in a block that mean something in a CSV: delimiter, quote, LF, CR. Eight bytes are compared at a time, in one
 * 64-bit word (H. S. Warren, <i>Hacker's Delight</i>, 2nd ed., §6-1: find the zero bytes of a word, here exactly); the many bytes
 * that mean nothing cost a few operations together.
 */
final class CsvMarks {

    static final byte QUOTE = '"';
    static final byte LF = '\n';
    static final byte CR = '\r';

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long LOW_BITS = 0x7f * ONES;

    /** One byte in so many means something, or fewer do: the room that is made at first. */
    private static final int USUAL = 4;

    private final byte delimiter;
    private int[] places = new int[0];
    private int count;

    CsvMarks(byte delimiter) {
        this.delimiter = delimiter;
    }

    /** Finds the marks in the first {@code length} bytes, instead of those found before. */
    void find(byte[] block, int length) {
        int[] found = places;
        int marks = 0;
        long delimiters = delimiter * ONES;
        int at = 0;
        for (; at <= length - Long.BYTES; at += Long.BYTES) {
            long word = (long) WORDS.get(block, at);
            long meaningless = notZero(word ^ delimiters)
                    & notZero(word ^ QUOTE * ONES)
                    & notZero(word ^ LF * ONES)
                    & notZero(word ^ CR * ONES);
            long hits = ~(meaningless | LOW_BITS);
            if (marks + Long.BYTES > found.length) {
                found = Arrays.copyOf(found, Math.max(length / USUAL, 2 * found.length) + Long.BYTES);
            }
            // Two places are written for each word, whether it has marks or not: no branch that is hard to foresee.
            int more = Long.bitCount(hits);
            found[marks] = at + (Long.numberOfTrailingZeros(hits) >>> 3);
            hits &= hits - 1;
            found[marks + 1] = at + (Long.numberOfTrailingZeros(hits) >>> 3);
            for (int i = 2; i < more; i++) {
                hits &= hits - 1;
                found[marks + i] = at + (Long.numberOfTrailingZeros(hits) >>> 3);
            }
            marks += more;
        }
        if (marks + Long.BYTES > found.length) {
            found = Arrays.copyOf(found, marks + Long.BYTES);
        }
        for (; at < length; at++) {
            byte b = block[at];
            if (b == delimiter || b == QUOTE || b == LF || b == CR) {
                found[marks++] = at;
            }
        }
        places = found;
        count = marks;
    }

    /** How many quotes stand in {@code [from, to)}. */
    static int countQuotes(byte[] block, int from, int to) {
        int quotes = 0;
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long word = (long) WORDS.get(block, at);
            quotes += Long.bitCount(~(notZero(word ^ QUOTE * ONES) | LOW_BITS));
        }
        for (; at < to; at++) {
            if (block[at] == QUOTE) {
                quotes++;
            }
        }
        return quotes;
    }

    /** The places in ascending order; only the first {@link #count()} are meant. */
    int[] places() {
        return places;
    }

    int count() {
        return count;
    }

    /** The highest bit of each byte says whether that byte is not zero; the other bits say nothing. */
    private static long notZero(long word) {
        return (word & LOW_BITS) + LOW_BITS | word;
    }
}
