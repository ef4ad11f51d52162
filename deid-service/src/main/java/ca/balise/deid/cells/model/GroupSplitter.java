package ca.balise.deid.cells.model;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Splits groups of cells by the values of one more quasi-identifier. */
final class GroupSplitter {

    /** Numbers of groups are looked up in an array while it has at most so many places a cell, in a hash table beyond. */
    private static final int PLACES_A_CELL = 2;

    private static final int FEW_PLACES = 1 << 14;

    /**
     * An odd number at random: multiplied by it, keys spread evenly whatever they are (M. Dietzfelbinger et al., "A reliable randomized
     * algorithm for the closest-pair problem", 1997, §2), and no data can be prepared that make the search slow.
     */
    private final long spread = new SplittableRandom().nextLong() | 1;

    private final int cells;

    /** Column by column, for a pass reads one column. */
    private final int[][] codes;

    private final int[] values;
    private final int[] places;

    /** The keys of the hash table plus one; 0 is free. Their numbers are in {@link #places}. */
    private final long[] keys;

    GroupSplitter(CellTable table) {
        this.cells = table.cells();
        int variables = table.quasiIdentifiers().size();
        this.codes = new int[variables][cells];
        this.values = new int[variables];
        for (int variable = 0; variable < variables; variable++) {
            values[variable] =
                    table.quasiIdentifiers().get(variable).dictionary().size();
            for (int cell = 0; cell < cells; cell++) {
                codes[variable][cell] = table.code(cell, variable);
            }
        }
        this.places = new int[places(cells)];
        this.keys = new long[slots(cells)];
    }

    static long bytes(CellTable table) {
        return (long) table.quasiIdentifiers().size() * table.cells() * Integer.BYTES
                + (long) places(table.cells()) * Integer.BYTES
                + (long) slots(table.cells()) * Long.BYTES;
    }

    /** As many as the hash table has slots, at least. */
    private static int places(int cells) {
        return Math.max(FEW_PLACES, Math.max(PLACES_A_CELL * cells, slots(cells)));
    }

    private static int slots(int cells) {
        return Integer.highestOneBit(Math.max(2, cells)) << 2;
    }

    /**
     * Splits every group at once.
     *
     * @param groupOf the group of each cell
     * @param count number of groups
     * @param split receives the new group of each cell; may be the same array
     * @return number of new groups; they are numbered as they are met
     */
    int split(int[] groupOf, int count, int variable, int[] split) {
        long keyCount = (long) count * values[variable];
        return keyCount <= PLACES_A_CELL * (long) cells || keyCount <= FEW_PLACES
                ? splitByArray(groupOf, (int) keyCount, variable, split)
                : splitByHash(groupOf, variable, split);
    }

    private int splitByArray(int[] groupOf, int keyCount, int variable, int[] split) {
        int[] column = codes[variable];
        int radix = values[variable];
        Arrays.fill(places, 0, keyCount, 0);
        int numbered = 0;
        for (int cell = 0; cell < cells; cell++) {
            int key = groupOf[cell] * radix + column[cell];
            if (places[key] == 0) {
                places[key] = ++numbered;
            }
            split[cell] = places[key] - 1;
        }
        return numbered;
    }

    private int splitByHash(int[] groupOf, int variable, int[] split) {
        int[] column = codes[variable];
        int shift = Long.numberOfLeadingZeros(keys.length) + 1;
        int mask = keys.length - 1;
        Arrays.fill(keys, 0);
        int numbered = 0;
        for (int cell = 0; cell < cells; cell++) {
            long key = ((long) groupOf[cell] << Integer.SIZE | column[cell]) + 1;
            int slot = (int) ((key * spread) >>> shift);
            while (keys[slot] != key && keys[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            if (keys[slot] == 0) {
                keys[slot] = key;
                places[slot] = numbered++;
            }
            split[cell] = places[slot];
        }
        return numbered;
    }
}
