package ca.balise.deid.cells.model;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many persons the records of each cell cannot be told apart from, themselves included: the size f that risk is 1 divided by.
 *
 * <p>Where a missing value is a category like any other, that is the number of persons in the cell. Where it may be any value, a
 * record is alike every record that does not differ from it in a value that both have; then the sets of alike records overlap, and
 * a size is defined for each record. All records of one cell have the same.
 */
public final class CellSizes {

    private final CellTable table;
    private final int @Nullable [] matched;

    private CellSizes(CellTable table, int @Nullable [] matched) {
        this.table = table;
        this.matched = matched;
    }

    /** A missing value is a category of its own. */
    public static CellSizes ownCategory(CellTable table) {
        return new CellSizes(table, null);
    }

    /**
     * A missing value matches anything; so does {@code *}, a value suppressed alone.
     *
     * @param memory what is claimed from meanwhile
     * @throws LimitExceededException if there are more patterns of missing values than can be matched with each other in time, or
     *     no room
     */
    public static CellSizes matchingAnything(CellTable table, MemoryBudget memory) {
        return new CellSizes(table, new MissingMatches(table, memory).sizes());
    }

    public CellTable table() {
        return table;
    }

    /** Whether each person of a cell is in no other, so that sizes add up. */
    public boolean isPartition() {
        return matched == null;
    }

    /** The size of a cell, at least 1. */
    public int size(int cell) {
        return matched == null ? table.size(cell) : matched[cell];
    }

    /** How many cells have each size that occurs, smallest first. */
    public SortedMap<Integer, Integer> histogram() {
        SortedMap<Integer, Integer> cellsBySize = new TreeMap<>();
        for (int cell = 0; cell < table.cells(); cell++) {
            cellsBySize.merge(size(cell), 1, Integer::sum);
        }
        return cellsBySize;
    }

    /** How many persons of the cells have each size that occurs, smallest first; one who is in several cells counts in each. */
    public SortedMap<Integer, Long> persons() {
        SortedMap<Integer, Long> personsBySize = new TreeMap<>();
        for (int cell = 0; cell < table.cells(); cell++) {
            personsBySize.merge(size(cell), (long) table.size(cell), Long::sum);
        }
        return personsBySize;
    }
}
