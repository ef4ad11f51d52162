package ca.balise.deid.intake.model;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** UTF-8 as The Unicode Standard defines it (table 3-7, well-formed byte sequences). */
final class Utf8 {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Utf8() {}

    /** Whether the bytes {@code [from, to)} are well-formed: no overlong forms, no surrogates, nothing above U+10FFFF. */
    static boolean isWellFormed(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            // Eight letters of ASCII at a time, which is what most texts are made of.
            if (to - at >= Long.BYTES && ((long) WORDS.get(bytes, at) & HIGH_BITS) == 0) {
                at += Long.BYTES;
                continue;
            }
            int first = bytes[at];
            int length = first >= 0 ? 1 : length(first & 0xff);
            if (length == 0 || length > to - at) {
                return false;
            }
            if (length > 1 && !isSecond(first & 0xff, bytes[at + 1] & 0xff)) {
                return false;
            }
            for (int i = 2; i < length; i++) {
                if ((bytes[at + i] & 0xc0) != 0x80) {
                    return false;
                }
            }
            at += length;
        }
        return true;
    }

    /** Length of the sequence that begins with this byte above 0x7f; 0 if none does. */
    private static int length(int first) {
        if (first < 0xc2 || first > 0xf4) {
            return 0;
        }
        if (first < 0xe0) {
            return 2;
        }
        return first < 0xf0 ? 3 : 4;
    }

    private static boolean isSecond(int first, int second) {
        int lowest = 0x80;
        int highest = 0xbf;
        switch (first) {
            case 0xe0 -> lowest = 0xa0;
            case 0xed -> highest = 0x9f;
            case 0xf0 -> lowest = 0x90;
            case 0xf4 -> highest = 0x8f;
            default -> {}
        }
        return second >= lowest && second <= highest;
    }
}
