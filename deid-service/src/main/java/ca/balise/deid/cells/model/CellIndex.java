package ca.balise.deid.cells.model;

import ca.balise.deid.cells.model.LimitExceededException.Limit;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cell of a combination of codes, and counts its records.
 *
 * <p>Open addressing with linear probing; combinations are compared code by code. The hash is multilinear with random 64-bit
 * coefficients, whose upper half is strongly universal (D. Lemire and O. Kaser, "Strongly universal string hashing is fast", 2014):
 * no data can be prepared that make it slow.
 */
final class CellIndex {

    static final int MAXIMUM_CELLS = 1 << 28;

    private static final int FIRST_SLOTS = 1 << 10;

    private final int width;
    private final int maximumCells;
    private final MemoryBudget memory;
    private final long[] coefficients;

    /** For each cell its codes, then its records, then the notes of whoever counts. */
    private final IntRows rows;

    /** Upper half: the upper half of the hash; lower half: cell + 1; 0 is free. */
    private long[] slots = new long[FIRST_SLOTS];

    /** Written so that the reads of {@link #fetch} are not optimised away. */
    @SuppressWarnings("unused")
    private int fetched;

    CellIndex(int width, int maximumCells, MemoryBudget memory) {
        this(width, 0, maximumCells, memory);
    }

    /** @param notes how many integers each cell has for whoever counts, zeros at first, behind its records */
    CellIndex(int width, int notes, int maximumCells, MemoryBudget memory) {
        this.width = width;
        this.maximumCells = maximumCells;
        this.memory = memory;
        this.coefficients = new SplittableRandom().longs(width + 1L).toArray();
        this.rows = new IntRows(width + 1 + notes);
        claim((long) slots.length * Long.BYTES);
    }

    /** The cell of these codes, new or not, with so many records more. */
    int add(int[] codes, int records) {
        return add(codes, 0, hash(codes, 0), records);
    }

    /**
     * Adds records to the cell of each row of codes. Once there are many cells, each search waits for main memory; here the searches
     * of a batch wait side by side.
     *
     * @param codes the rows end to end
     * @param records for each row how many; null: one
     * @param found receives the cells from {@code foundFrom} on
     */
    void addEach(int[] codes, int @Nullable [] records, int rowCount, int[] found, int foundFrom) {
        long[] hashes = new long[rowCount];
        for (int i = 0; i < rowCount; i++) {
            hashes[i] = hash(codes, i * width);
        }
        fetch(hashes);
        for (int i = 0; i < rowCount; i++) {
            found[foundFrom + i] = add(codes, i * width, hashes[i], records == null ? 1 : records[i]);
        }
    }

    /** Reads what {@link #add} will read first, for no result but that it is in the cache then. */
    private void fetch(long[] hashes) {
        int[] likely = new int[hashes.length];
        for (int i = 0; i < hashes.length; i++) {
            likely[i] = (int) slots[(int) (hashes[i] >>> Integer.SIZE) & (slots.length - 1)];
        }
        int read = 0;
        for (int cell : likely) {
            if (cell != 0) {
                read ^= rows.get(cell - 1, width);
            }
        }
        fetched = read;
    }

    private int add(int[] codes, int from, long hash, int records) {
        int mask = slots.length - 1;
        int slot = (int) (hash >>> Integer.SIZE) & mask;
        for (long held = slots[slot]; held != 0; held = slots[slot]) {
            if ((held ^ hash) >>> Integer.SIZE == 0) {
                int cell = (int) held - 1;
                int[] page = rows.page(cell);
                int start = rows.start(cell);
                if (holds(page, start, codes, from)) {
                    page[start + width] = Math.addExact(page[start + width], records);
                    return cell;
                }
            }
            slot = (slot + 1) & mask;
        }
        return append(slot, hash, codes, from, records);
    }

    /** The cell of these codes, or -1. */
    int find(int[] codes) {
        long hash = hash(codes, 0);
        int mask = slots.length - 1;
        int slot = (int) (hash >>> Integer.SIZE) & mask;
        for (long held = slots[slot]; held != 0; held = slots[slot]) {
            int cell = (int) held - 1;
            if ((held ^ hash) >>> Integer.SIZE == 0 && holds(rows.page(cell), rows.start(cell), codes, 0)) {
                return cell;
            }
            slot = (slot + 1) & mask;
        }
        return -1;
    }

    /** Gives back the memory of the search, for there is none any more; the rows stay. */
    void endSearch() {
        memory.release((long) slots.length * Long.BYTES);
        slots = new long[1];
    }

    /** Gives all memory back: the index and its rows are not used again. */
    void discard() {
        endSearch();
        memory.release(rows.bytes());
    }

    IntRows rows() {
        return rows;
    }

    private long hash(int[] codes, int from) {
        long hash = coefficients[width];
        for (int i = 0; i < width; i++) {
            hash += coefficients[i] * codes[from + i];
        }
        return hash;
    }

    private boolean holds(int[] page, int start, int[] codes, int from) {
        for (int i = 0; i < width; i++) {
            if (page[start + i] != codes[from + i]) {
                return false;
            }
        }
        return true;
    }

    private int append(int slot, long hash, int[] codes, int from, int records) {
        if (rows.size() >= maximumCells) {
            throw new LimitExceededException(Limit.TOO_MANY_CELLS, maximumCells, null);
        }
        claim(rows.bytesOfNextPage());
        int cell = rows.append();
        int[] page = rows.page(cell);
        int start = rows.start(cell);
        System.arraycopy(codes, from, page, start, width);
        page[start + width] = records;
        slots[slot] = entry(hash, cell);
        if (rows.size() * 8L > slots.length * 5L) {
            growSlots();
        }
        return cell;
    }

    private void growSlots() {
        int grown = 2 * slots.length;
        claim((long) grown * Long.BYTES);
        long[] held = slots;
        slots = new long[grown];
        for (long entry : held) {
            if (entry != 0) {
                int slot = (int) (entry >>> Integer.SIZE) & (grown - 1);
                while (slots[slot] != 0) {
                    slot = (slot + 1) & (grown - 1);
                }
                slots[slot] = entry;
            }
        }
        memory.release((long) held.length * Long.BYTES);
    }

    private static long entry(long hash, int cell) {
        return hash >>> Integer.SIZE << Integer.SIZE | (cell + 1);
    }

    private void claim(long bytes) {
        if (!memory.claim(bytes)) {
            throw new LimitExceededException(Limit.TOO_MANY_CELLS, rows.size(), null);
        }
    }
}
