package ca.balise.deid.cells.model;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;

/**
 * The distinct values of one variable, each known by its code: 0, 1, 2… in the order they were first seen. Immutable.
 *
 * <p>The values lie as UTF-8, end to end, in one array: n values of b bytes together take b + 4n bytes. They are decoded on demand.
 */
public final class Dictionary {

    private final byte[] arena;
    private final int[] starts;
    private final int size;

    /** Values {@code [0, size)} of the arrays never change after, though their owner may append to them. */
    Dictionary(byte[] arena, int[] starts, int size) {
        this.arena = arena;
        this.starts = starts;
        this.size = size;
    }

    /** Number of distinct values. */
    public int size() {
        return size;
    }

    /** The value with this code. */
    public String value(int code) {
        Objects.checkIndex(code, size);
        return new String(arena, starts[code], starts[code + 1] - starts[code], StandardCharsets.UTF_8);
    }

    /** All values in the order of their codes, decoded as they are read. */
    public List<String> values() {
        return new AbstractList<>() {
            @Override
            public String get(int code) {
                return value(code);
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    /** Bytes of the value with this code. */
    int length(int code) {
        return starts[code + 1] - starts[code];
    }

    /** The rank of the value with this code. */
    long rank(int code) {
        return ValueRank.of(arena, starts[code], starts[code + 1]);
    }

    /** Counts records with the value of this code in a sample, unless it is empty. */
    void addTo(ValueSample sample, int code, int records) {
        int from = starts[code];
        int to = starts[code + 1];
        if (from < to && sample.countKnown(arena, from, to, records) == DictionaryBuilder.UNKNOWN) {
            sample.countNew(arena, from, to, records);
        }
    }

    /** The code the other dictionary under construction gives to this one's value, without decoding it. */
    int recode(int code, DictionaryBuilder other) {
        return other.encode(arena, starts[code], starts[code + 1]);
    }
}
