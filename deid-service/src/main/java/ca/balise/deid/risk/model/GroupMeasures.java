package ca.balise.deid.risk.model;

import ca.balise.deid.cells.model.CellTable;
import ca.balise.deid.cells.model.Groups;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The cells over some of the quasi-identifiers alone.
 *
 * @param cells distinct combinations of their values
 * @param uniqueRecords records of persons who are alone in their cell
 * @param recordsBelowMinimum records in cells smaller than the minimum
 * @param distinction cells as a share of the persons, from 0 to 1 (R. Motwani and Y. Xu, "Efficient algorithms for masking and finding
 *     quasi-identifiers", 2007, §2); it is also the average risk, 1 / size over the persons
 * @param separation share of the pairs of persons who differ (the same, §2); null where there is one person only
 */
record GroupMeasures(
        int cells,
        long uniqueRecords,
        long recordsBelowMinimum,
        double distinction,
        @Nullable Double separation) {

    static GroupMeasures of(Groups groups, int minimum) {
        return of(groups.count(), groups::size, groups::records, minimum);
    }

    /** Over all quasi-identifiers. */
    static GroupMeasures of(CellTable table, int minimum) {
        return of(table.cells(), table::size, table::records, minimum);
    }

    private static GroupMeasures of(int count, IntUnaryOperator sizes, IntUnaryOperator records, int minimum) {
        long uniqueRecords = 0;
        long recordsBelowMinimum = 0;
        long persons = 0;
        // Twice the pairs of persons alike; below 2^63, for there are fewer than 2^31 records.
        long alike = 0;
        for (int i = 0; i < count; i++) {
            long size = sizes.applyAsInt(i);
            persons += size;
            alike += size * (size - 1);
            if (size < minimum) {
                recordsBelowMinimum += records.applyAsInt(i);
            }
            if (size == 1) {
                uniqueRecords += records.applyAsInt(i);
            }
        }
        Double separation = persons > 1 ? 1 - (double) alike / (persons * (persons - 1)) : null;
        return new GroupMeasures(count, uniqueRecords, recordsBelowMinimum, (double) count / persons, separation);
    }
}
