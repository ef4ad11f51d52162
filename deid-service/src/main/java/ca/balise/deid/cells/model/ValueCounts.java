package ca.balise.deid.cells.model;

import java.util.Arrays;

/**
 * For each cell, which values of one other variable occur in it and in how many of its records. Immutable.
 *
 * <p>Compressed rows: the entries of cell {@code c} are those from {@code start(c)} to {@code end(c)}, in the order of their codes.
 * 8 bytes an entry and 4 a cell.
 */
public final class ValueCounts {

    /** Up to so many values, sums are kept in a table of all values, which stays in the cache. */
    private static final int DENSE = 1 << 14;

    private final String variable;
    private final Dictionary dictionary;
    private final int[] starts;
    private final int[] codes;
    private final int[] counts;

    private ValueCounts(String variable, Dictionary dictionary, int[] starts, int[] codes, int[] counts) {
        this.variable = variable;
        this.dictionary = dictionary;
        this.starts = starts;
        this.codes = codes;
        this.counts = counts;
    }

    /** Where entries come from; walked more than once, each time alike. The same pair may come twice: its counts add up. */
    @FunctionalInterface
    interface Entries {
        void forEach(EntryVisitor visitor);
    }

    @FunctionalInterface
    interface EntryVisitor {
        void visit(int cell, int code, int count);
    }

    static ValueCounts of(String variable, Dictionary dictionary, int cells, Entries entries) {
        int[] ends = new int[cells + 1];
        entries.forEach((cell, code, count) -> ends[cell + 1]++);
        for (int cell = 0; cell < cells; cell++) {
            ends[cell + 1] = Math.addExact(ends[cell], ends[cell + 1]);
        }
        long[] placed = new long[ends[cells]];
        int[] next = Arrays.copyOf(ends, cells);
        entries.forEach((cell, code, count) -> placed[next[cell]++] = entry(code, count));

        int[] sums = new int[Math.min(dictionary.size(), DENSE)];
        int[] starts = new int[cells + 1];
        int size = 0;
        for (int cell = 0; cell < cells; cell++) {
            starts[cell] = size;
            int distinct = ends[cell + 1] - ends[cell] > 1 && dictionary.size() <= DENSE
                    ? sumInTable(placed, ends[cell], ends[cell + 1], sums)
                    : sumBySorting(placed, ends[cell], ends[cell + 1]);
            System.arraycopy(placed, ends[cell], placed, size, distinct);
            size += distinct;
        }
        starts[cells] = size;
        int[] codes = new int[size];
        int[] counts = new int[size];
        for (int i = 0; i < size; i++) {
            codes[i] = code(placed[i]);
            counts[i] = count(placed[i]);
        }
        return new ValueCounts(variable, dictionary, starts, codes, counts);
    }

    /** Leaves one entry for each code, ascending, at the start of the range; answers how many. For variables of few values. */
    private static int sumInTable(long[] entries, int from, int to, int[] sums) {
        int last = from;
        for (int i = from; i < to; i++) {
            int code = code(entries[i]);
            int sum = Math.addExact(sums[code], count(entries[i]));
            if (sums[code] == 0) {
                entries[last++] = code;
            }
            sums[code] = sum;
        }
        Arrays.sort(entries, from, last);
        for (int i = from; i < last; i++) {
            int code = (int) entries[i];
            entries[i] = entry(code, sums[code]);
            sums[code] = 0;
        }
        return last - from;
    }

    /** The same for any variable. */
    private static int sumBySorting(long[] entries, int from, int to) {
        Arrays.sort(entries, from, to);
        int last = from;
        for (int i = from; i < to; i++) {
            if (last > from && code(entries[last - 1]) == code(entries[i])) {
                int sum = Math.addExact(count(entries[last - 1]), count(entries[i]));
                entries[last - 1] = entry(code(entries[i]), sum);
            } else {
                entries[last++] = entries[i];
            }
        }
        return last - from;
    }

    private static long entry(int code, int count) {
        return (long) code << Integer.SIZE | count;
    }

    private static int code(long entry) {
        return (int) (entry >>> Integer.SIZE);
    }

    private static int count(long entry) {
        return (int) entry;
    }

    /** Name of the variable whose values are counted. */
    public String variable() {
        return variable;
    }

    /** The values of the codes. */
    public Dictionary dictionary() {
        return dictionary;
    }

    /** Index of the first entry of a cell. */
    public int start(int cell) {
        return starts[cell];
    }

    /** Index after the last entry of a cell. */
    public int end(int cell) {
        return starts[cell + 1];
    }

    /** Number of distinct values in a cell. */
    public int distinct(int cell) {
        return starts[cell + 1] - starts[cell];
    }

    /** The code of an entry. */
    public int code(int entry) {
        return codes[entry];
    }

    /** The records of an entry. */
    public int count(int entry) {
        return counts[entry];
    }

    /** Number of distinct values that occur in any cell. */
    public int distinct() {
        boolean[] seen = new boolean[dictionary.size()];
        int distinct = 0;
        for (int code : codes) {
            if (!seen[code]) {
                seen[code] = true;
                distinct++;
            }
        }
        return distinct;
    }

    /** The entry of a cell and a code that has one. */
    int entryOf(int cell, int code) {
        return Arrays.binarySearch(codes, starts[cell], starts[cell + 1], code);
    }

    /** All entries: the sum of {@link #distinct(int)} over the cells. */
    public int entries() {
        return codes.length;
    }
}
