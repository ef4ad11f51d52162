package ca.balise.deid.cells.model;

/**
 * Gives values an order that has nothing to do with what they are, nor with where they stand in the data: the order of a hash that is
 * the same at all times. The first values in it are a sample of the distinct values, drawn as by lot, that any order of the same
 * records gives (a bottom-k sketch: E. Cohen and H. Kaplan, "Summarizing data using bottom-k sketches", PODC 2007).
 */
public final class ValueRank {

    /** Any odd constants would do; these are the fractions of π (first 192 bits), so that nobody chose them. */
    private static final long FIRST = 0x243f6a8885a308d3L;

    private static final long SECOND = 0x13198a2e03707345L;
    private static final long THIRD = 0xa4093822299f31d1L;

    private ValueRank() {}

    /** The rank of the bytes {@code [from, to)}, any number of 64 bits. */
    public static long of(byte[] bytes, int from, int to) {
        long rank = (to - from) * THIRD;
        int at = from;
        for (; to - at >= Long.BYTES; at += Long.BYTES) {
            rank = fold(rank ^ FIRST, Words.whole(bytes, at) ^ SECOND);
        }
        rank = fold(rank ^ FIRST, Words.partial(bytes, at, to) ^ SECOND);
        return fold(rank ^ SECOND, THIRD);
    }

    /** The two halves of the 128-bit product, folded: each bit of the factors reaches the whole word. */
    private static long fold(long a, long b) {
        return a * b ^ Math.multiplyHigh(a, b);
    }
}
