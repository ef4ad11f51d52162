package ca.balise.deid.cells.model;

import ca.balise.deid.cells.model.LimitExceededException.Limit;
import java.util.SplittableRandom;

/**
 * Counts how often each value of one variable meets each cell. Open addressing, the pair itself is the key; hashed as
 * {@link CellIndex} hashes. 12 bytes a slot, two slots a pair or fewer once large.
 */
final class PairCounter {

    private static final int FIRST_SLOTS = 1 << 10;

    private final String variable;
    private final MemoryBudget memory;
    private final long cellCoefficient;
    private final long codeCoefficient;
    private long[] pairs = new long[FIRST_SLOTS];
    private int[] counts = new int[FIRST_SLOTS];
    private int size;

    /** Written so that reading ahead is not optimised away. */
    @SuppressWarnings("unused")
    private long fetched;

    PairCounter(String variable, MemoryBudget memory) {
        this.variable = variable;
        this.memory = memory;
        var random = new SplittableRandom();
        this.cellCoefficient = random.nextLong();
        this.codeCoefficient = random.nextLong();
        claim(pairs.length);
    }

    /** Counts a record for each pair of a cell and a code; see {@link CellIndex#addEach}. */
    void addEach(int[] cells, int[] codes, int count) {
        long read = 0;
        for (int i = 0; i < count; i++) {
            read ^= pairs[slot(pair(cells[i], codes[i]))];
        }
        fetched = read;
        for (int i = 0; i < count; i++) {
            add(pair(cells[i], codes[i]));
        }
    }

    private void add(long pair) {
        int slot = slot(pair);
        while (pairs[slot] != pair) {
            if (pairs[slot] == 0) {
                if (size * 8L >= pairs.length * 5L) {
                    grow();
                    slot = slot(pair);
                    continue;
                }
                pairs[slot] = pair;
                size++;
                break;
            }
            slot = (slot + 1) & (pairs.length - 1);
        }
        counts[slot]++;
    }

    /** The counts by cell, which stay claimed; what it takes to sort them is claimed meanwhile. The counter is not used again. */
    ValueCounts counts(Dictionary dictionary, int cells) {
        return counts(dictionary, cells, visitor -> {}, 0);
    }

    /**
     * The same with entries that were counted elsewhere.
     *
     * @param more how many of them there are
     */
    ValueCounts counts(Dictionary dictionary, int cells, ValueCounts.Entries elsewhere, int more) {
        long bytes = bytesOfCounts(cells, more);
        claimBytes(bytes);
        ValueCounts counted = ValueCounts.of(variable, dictionary, cells, visitor -> {
            elsewhere.forEach(visitor);
            forEach(visitor);
        });
        memory.release(bytes / 2);
        discard();
        return counted;
    }

    /** Bytes of the counts by cell and, as many again, of what it takes to sort them. */
    long bytesOfCounts(int cells) {
        return bytesOfCounts(cells, 0);
    }

    private long bytesOfCounts(int cells, int more) {
        return 2L * Long.BYTES * (size + (long) more) + 2L * Integer.BYTES * cells;
    }

    /** Gives its memory back: the counter is not used again. */
    void discard() {
        memory.release(pairs.length * (long) (Long.BYTES + Integer.BYTES));
        pairs = new long[0];
        counts = new int[0];
    }

    void forEach(ValueCounts.EntryVisitor visitor) {
        for (int slot = 0; slot < pairs.length; slot++) {
            if (pairs[slot] != 0) {
                visitor.visit((int) (pairs[slot] >>> Integer.SIZE), (int) pairs[slot] - 1, counts[slot]);
            }
        }
    }

    private static long pair(int cell, int code) {
        return (long) cell << Integer.SIZE | (code + 1);
    }

    private int slot(long pair) {
        long hash = cellCoefficient * (pair >>> Integer.SIZE) + codeCoefficient * (int) pair;
        return (int) (hash >>> Integer.SIZE) & (pairs.length - 1);
    }

    private void grow() {
        long[] heldPairs = pairs;
        int[] heldCounts = counts;
        claim(2L * heldPairs.length);
        pairs = new long[2 * heldPairs.length];
        counts = new int[pairs.length];
        for (int i = 0; i < heldPairs.length; i++) {
            if (heldPairs[i] != 0) {
                int slot = slot(heldPairs[i]);
                while (pairs[slot] != 0) {
                    slot = (slot + 1) & (pairs.length - 1);
                }
                pairs[slot] = heldPairs[i];
                counts[slot] = heldCounts[i];
            }
        }
        memory.release(heldPairs.length * (long) (Long.BYTES + Integer.BYTES));
    }

    private void claim(long slots) {
        claimBytes(slots * (Long.BYTES + Integer.BYTES));
    }

    private void claimBytes(long bytes) {
        if (!memory.claim(bytes)) {
            throw new LimitExceededException(Limit.TOO_MANY_CELL_ENTRIES, size, variable);
        }
    }
}
