package ca.balise.deid.risk.model;

import ca.balise.deid.cells.model.CellTable;
import ca.balise.deid.cells.model.ValueCounts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much a cell gives away of a sensitive variable: where all its records share one value, the value is disclosed of each of its
 * persons, though no cell be small. A missing value is a value of its own.
 *
 * @param name the variable
 * @param distinct distinct values in the table
 * @param distinctDiversity the least number of distinct values in a cell: distinct l-diversity (A. Machanavajjhala et al.,
 *     "l-Diversity: Privacy beyond k-anonymity", TKDD 1(1), 2007); null where there is no cell
 * @param homogeneousCells cells whose records all share one value, cells of one record included
 * @param recordsInHomogeneousCells records in these
 * @param maybeHomogeneousCells cells with several values, one of which could be every person's: some person has several records
 *     there, and that value has at least as many records as there are persons. Who has which value is not kept
 */
public record SensitiveMeasures(
        String name,
        int distinct,
        @Nullable Integer distinctDiversity,
        int homogeneousCells,
        long recordsInHomogeneousCells,
        int maybeHomogeneousCells) {

    /** Measures every sensitive variable of a table, in its order. */
    public static List<SensitiveMeasures> of(CellTable table) {
        return table.sensitive().stream().map(counts -> of(table, counts)).toList();
    }

    private static SensitiveMeasures of(CellTable table, ValueCounts counts) {
        Integer least = null;
        int homogeneousCells = 0;
        long recordsInHomogeneousCells = 0;
        int maybeHomogeneousCells = 0;
        for (int cell = 0; cell < table.cells(); cell++) {
            int distinct = counts.distinct(cell);
            least = least == null ? distinct : Math.min(least, distinct);
            if (distinct == 1) {
                homogeneousCells++;
                recordsInHomogeneousCells += table.records(cell);
            } else if (table.records(cell) > table.size(cell) && mostRecords(counts, cell) >= table.size(cell)) {
                maybeHomogeneousCells++;
            }
        }
        return new SensitiveMeasures(
                counts.variable(),
                counts.distinct(),
                least,
                homogeneousCells,
                recordsInHomogeneousCells,
                maybeHomogeneousCells);
    }

    private static int mostRecords(ValueCounts counts, int cell) {
        int most = 0;
        for (int entry = counts.start(cell); entry < counts.end(cell); entry++) {
            most = Math.max(most, counts.count(entry));
        }
        return most;
    }
}
