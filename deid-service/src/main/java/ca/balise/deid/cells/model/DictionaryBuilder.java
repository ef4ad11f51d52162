package ca.balise.deid.cells.model;

import ca.balise.deid.cells.model.LimitExceededException.Limit;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Gives each distinct value of one variable its code. Values are byte ranges of the caller's buffer: nothing is allocated for a value
 * that is already known.
 *
 * <p>Open addressing with linear probing. Two values are the same if all their bytes are; the hash only says where to look. It is
 * seeded at random for each builder, so that nobody can prepare values that collide; codes do not depend on the seed.
 */
public final class DictionaryBuilder {

    /** For bytes that have no code. */
    public static final int UNKNOWN = -1;

    private static final int FIRST_SLOTS = 64;
    private static final int FIRST_BYTES = 512;

    /** Values up to this length, and longer than a word, are hashed and compared as three words. */
    private static final int SHORT = 3 * Long.BYTES;

    private final String variable;
    private final DictionaryLimits limits;
    private final MemoryBudget memory;
    private final long firstSeed;
    private final long secondSeed;
    private final long thirdSeed;
    private final long lengthSeed;

    /** Upper half: the upper half of the hash; lower half: code + 1; 0 is free. */
    private long[] slots = new long[FIRST_SLOTS];

    /** The values end to end, and room to read whole words from the start of the last one. */
    private byte[] arena = new byte[FIRST_BYTES];

    /** Where each value starts in the arena, and where the next one will. */
    private int[] starts = new int[FIRST_SLOTS / 2];

    private int size;

    /**
     * @param variable name of the variable, for the message when a limit is reached
     * @param memory what the builder claims its arrays from
     */
    public DictionaryBuilder(String variable, DictionaryLimits limits, MemoryBudget memory) {
        this.variable = variable;
        this.limits = limits;
        this.memory = memory;
        var random = new SplittableRandom();
        this.firstSeed = random.nextLong();
        this.secondSeed = random.nextLong();
        this.thirdSeed = random.nextLong();
        this.lengthSeed = random.nextLong();
        claim(bytesHeld());
    }

    /** A dictionary of values that were limited when they were read. */
    static DictionaryBuilder unlimited(String variable) {
        return new DictionaryBuilder(variable, DictionaryLimits.NONE, MemoryBudget.unlimited());
    }

    /** A builder that holds these values already, with the codes they have. */
    static DictionaryBuilder of(Dictionary known) {
        DictionaryBuilder builder = unlimited("");
        builder.encodeAll(known);
        return builder;
    }

    /**
     * The code of the bytes {@code [from, to)}; a new one if they were not seen before, which is then equal to the {@link #size()}
     * before the call.
     *
     * @throws LimitExceededException if they are new and there is no room for them
     */
    public int encode(byte[] buffer, int from, int to) {
        int known = find(buffer, from, to);
        return known >= 0 ? known : add(buffer, from, to);
    }

    /** The code of the bytes {@code [from, to)}, or {@link #UNKNOWN}. */
    public int find(byte[] buffer, int from, int to) {
        int length = to - from;
        if (length > SHORT || from + SHORT > buffer.length) {
            return findByteWise(buffer, from, to);
        }
        if (length <= Long.BYTES) {
            return findWord(Words.whole(buffer, from) & Words.mask(length), length);
        }
        long firstMask = Words.mask(length);
        long secondMask = Words.mask(length - Long.BYTES);
        long thirdMask = Words.mask(length - 2 * Long.BYTES);
        long first = Words.whole(buffer, from) & firstMask;
        long second = Words.whole(buffer, from + Long.BYTES) & secondMask;
        long third = Words.whole(buffer, from + 2 * Long.BYTES) & thirdMask;
        long hash = hash(first, second, third, length);
        int mask = slots.length - 1;
        int slot = (int) hash & mask;
        for (long held = slots[slot]; held != 0; held = slots[slot]) {
            int code = (int) held - 1;
            int start = starts[code];
            if ((held ^ hash) >>> Integer.SIZE == 0
                    && starts[code + 1] - start == length
                    && (((Words.whole(arena, start) & firstMask) ^ first)
                                    | ((Words.whole(arena, start + Long.BYTES) & secondMask) ^ second)
                                    | ((Words.whole(arena, start + 2 * Long.BYTES) & thirdMask) ^ third))
                            == 0) {
                return code;
            }
            slot = (slot + 1) & mask;
        }
        return UNKNOWN;
    }

    /** The same for values of one word, as most are in many columns. */
    private int findWord(long word, int length) {
        long hash = hash(word, length);
        long wordMask = Words.mask(length);
        int mask = slots.length - 1;
        int slot = (int) hash & mask;
        for (long held = slots[slot]; held != 0; held = slots[slot]) {
            int code = (int) held - 1;
            int start = starts[code];
            if ((held ^ hash) >>> Integer.SIZE == 0
                    && starts[code + 1] - start == length
                    && (Words.whole(arena, start) & wordMask) == word) {
                return code;
            }
            slot = (slot + 1) & mask;
        }
        return UNKNOWN;
    }

    /** The same for values of any length, anywhere in the buffer. */
    private int findByteWise(byte[] buffer, int from, int to) {
        long hash = hash(buffer, from, to);
        int mask = slots.length - 1;
        int slot = (int) hash & mask;
        for (long held = slots[slot]; held != 0; held = slots[slot]) {
            int code = (int) held - 1;
            if ((held ^ hash) >>> Integer.SIZE == 0
                    && Arrays.equals(arena, starts[code], starts[code + 1], buffer, from, to)) {
                return code;
            }
            slot = (slot + 1) & mask;
        }
        return UNKNOWN;
    }

    /** The code of a text; see {@link #encode(byte[], int, int)}. */
    public int encode(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return encode(bytes, 0, bytes.length);
    }

    /** The code here of each code there. */
    int[] encodeAll(Dictionary other) {
        return IntStream.range(0, other.size())
                .map(code -> other.recode(code, this))
                .toArray();
    }

    /** Number of distinct values so far. */
    public int size() {
        return size;
    }

    /** The values so far. The builder may go on; what it adds later is not in this dictionary. */
    public Dictionary build() {
        return new Dictionary(arena, starts, size);
    }

    /** Gives its memory back: the builder and all dictionaries built are not used again. */
    public void discard() {
        memory.release(bytesHeld());
    }

    private long hash(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length <= Long.BYTES) {
            return hash(Words.partial(bytes, from, to), length);
        }
        if (length <= SHORT) {
            return hash(
                    Words.partial(bytes, from, to),
                    Words.partial(bytes, from + Long.BYTES, to),
                    Words.partial(bytes, from + 2 * Long.BYTES, to),
                    length);
        }
        long hash = length;
        int at = from;
        for (; to - at > Long.BYTES; at += Long.BYTES) {
            hash = product(hash ^ firstSeed, Words.whole(bytes, at) ^ secondSeed);
        }
        return product(hash ^ firstSeed, Words.partial(bytes, at, to) ^ secondSeed);
    }

    private long hash(long word, int length) {
        return product(word ^ firstSeed, length ^ lengthSeed);
    }

    private long hash(long first, long second, long third, int length) {
        return product(first ^ firstSeed, second ^ secondSeed) ^ product(third ^ thirdSeed, length ^ lengthSeed);
    }

    /** The two halves of the 128-bit product, folded: each bit of the factors reaches the whole word. */
    private static long product(long a, long b) {
        return a * b ^ Math.multiplyHigh(a, b);
    }

    /** The code of bytes that are not known. */
    private int add(byte[] buffer, int from, int to) {
        int length = to - from;
        int start = starts[size];
        if (size >= limits.values()) {
            throw new LimitExceededException(Limit.TOO_MANY_DISTINCT_VALUES, limits.values(), variable);
        }
        if (length > limits.bytes() - start) {
            throw new LimitExceededException(Limit.TOO_MANY_VALUE_BYTES, limits.bytes(), variable);
        }
        if (start + length + SHORT > arena.length) {
            int grown = start + length + SHORT + Math.min(arena.length, limits.bytes() - start - length);
            claim(grown);
            memory.release(arena.length);
            arena = Arrays.copyOf(arena, grown);
        }
        if (size + 2 > starts.length) {
            claim(2L * starts.length * Integer.BYTES);
            memory.release((long) starts.length * Integer.BYTES);
            starts = Arrays.copyOf(starts, 2 * starts.length);
        }
        // Everything that may find no room comes before anything is added: a builder that refused a value does not know
        // it.
        if (2 * (size + 1) > slots.length) {
            growSlots();
        }
        long hash = hash(buffer, from, to);
        System.arraycopy(buffer, from, arena, start, length);
        starts[size + 1] = start + length;
        slots[freeSlot(hash)] = entry(hash, size);
        size++;
        return size - 1;
    }

    private int freeSlot(long hash) {
        int mask = slots.length - 1;
        int slot = (int) hash & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void growSlots() {
        int grown = 2 * slots.length;
        claim((long) grown * Long.BYTES);
        memory.release((long) slots.length * Long.BYTES);
        slots = new long[grown];
        for (int code = 0; code < size; code++) {
            long hash = hash(arena, starts[code], starts[code + 1]);
            int slot = (int) hash & (grown - 1);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (grown - 1);
            }
            slots[slot] = entry(hash, code);
        }
    }

    private static long entry(long hash, int code) {
        return hash >>> Integer.SIZE << Integer.SIZE | (code + 1);
    }

    private long bytesHeld() {
        return (long) slots.length * Long.BYTES + arena.length + (long) starts.length * Integer.BYTES;
    }

    private void claim(long bytes) {
        if (!memory.claim(bytes)) {
            throw new LimitExceededException(Limit.TOO_MANY_VALUE_BYTES, starts[size], variable);
        }
    }
}
