package ca.balise.deid.cells.model;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Bytes read eight at a time, the first byte lowest. */
final class Words {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** The masks of −16 to 24 bytes, so that the mask of any of the first three words is found by the length of the whole. */
    private static final long[] MASKS = masks();

    private static final int MASK_OF_NONE = 16;

    private Words() {}

    /** The eight bytes from {@code at}. */
    static long whole(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    /** A mask of the lowest bytes of a word: none for −16 to 0, all for 8 to 24. */
    static long mask(int count) {
        return MASKS[count + MASK_OF_NONE];
    }

    /** The bytes {@code [from, to)}, at most the first eight, zeros above them; nothing outside the array is read. */
    static long partial(byte[] bytes, int from, int to) {
        long word = 0;
        for (int i = Math.min(to, from + Long.BYTES) - 1; i >= from; i--) {
            word = word << Byte.SIZE | (bytes[i] & 0xff);
        }
        return word;
    }

    private static long[] masks() {
        long[] masks = new long[MASK_OF_NONE + 3 * Long.BYTES + 1];
        for (int count = 1; MASK_OF_NONE + count < masks.length; count++) {
            masks[MASK_OF_NONE + count] = count >= Long.BYTES ? -1 : (1L << (count * Byte.SIZE)) - 1;
        }
        return masks;
    }
}
