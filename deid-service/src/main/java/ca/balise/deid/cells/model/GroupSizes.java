package ca.balise.deid.cells.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Counts the records and the persons of groups of cells. */
final class GroupSizes {

    private final CellTable table;
    private final int[] recordsOfCell;
    private final int[] records;
    private final @Nullable PersonCells persons;
    private final int[] sizes;

    GroupSizes(CellTable table) {
        this.table = table;
        this.recordsOfCell = new int[table.cells()];
        Arrays.setAll(recordsOfCell, table::records);
        this.records = new int[table.cells()];
        ValueCounts key = table.personKey();
        this.persons = key == null ? null : new PersonCells(key, table.cells());
        this.sizes = key == null ? records : new int[table.cells()];
    }

    static long bytes(CellTable table) {
        ValueCounts key = table.personKey();
        long perCell = 2L * Integer.BYTES * table.cells();
        return key == null ? perCell : perCell + PersonCells.bytes(key, table.cells());
    }

    Groups of(int[] groupOf, int count) {
        Arrays.fill(records, 0, count, 0);
        for (int cell = 0; cell < table.cells(); cell++) {
            records[groupOf[cell]] += recordsOfCell[cell];
        }
        if (persons != null) {
            persons.count(groupOf, count, sizes);
        }
        return new Groups(count, groupOf, sizes, records);
    }

    /** The cells of each person: the other way round from the table, so that a person is met once for each group. */
    private static final class PersonCells {

        private final int[] starts;
        private final int[] cells;
        private final int[] stamps;

        PersonCells(ValueCounts key, int cellCount) {
            this.starts = new int[key.dictionary().size() + 1];
            for (int entry = 0; entry < key.entries(); entry++) {
                starts[key.code(entry) + 1]++;
            }
            Arrays.parallelPrefix(starts, Integer::sum);
            this.cells = new int[key.entries()];
            this.stamps = new int[cellCount];
            int[] next = starts.clone();
            for (int cell = 0; cell < cellCount; cell++) {
                for (int entry = key.start(cell); entry < key.end(cell); entry++) {
                    cells[next[key.code(entry)]++] = cell;
                }
            }
        }

        static long bytes(ValueCounts key, int cellCount) {
            return (2L * key.dictionary().size() + key.entries() + 2L * cellCount) * Integer.BYTES;
        }

        void count(int[] groupOf, int count, int[] sizes) {
            Arrays.fill(sizes, 0, count, 0);
            Arrays.fill(stamps, 0, count, 0);
            for (int person = 0; person < starts.length - 1; person++) {
                for (int i = starts[person]; i < starts[person + 1]; i++) {
                    int group = groupOf[cells[i]];
                    if (stamps[group] != person + 1) {
                        stamps[group] = person + 1;
                        sizes[group]++;
                    }
                }
            }
        }
    }
}
