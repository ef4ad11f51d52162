package ca.balise.deid.risk.model;

import ca.balise.deid.cells.model.CellTable;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What one quasi-identifier is like, and what it adds to the risk of all the others together. The last three are null where they were
 * not measured.
 *
 * @param name the variable
 * @param distinct distinct values in the table; missing is one
 * @param uniqueRecordsAdded records of persons who are alone in their cell, and would not be without it
 * @param recordsBelowMinimumAdded records in cells smaller than the minimum, which would not be without it
 * @param averageRiskAdded by how much the average risk would be lower without it
 */
public record QuasiIdentifierMeasures(
        String name,
        int distinct,
        @Nullable Long uniqueRecordsAdded,
        @Nullable Long recordsBelowMinimumAdded,
        @Nullable Double averageRiskAdded) {

    /** What every quasi-identifier of a table is like, in its order, and not what it adds. */
    static List<QuasiIdentifierMeasures> of(CellTable table) {
        return IntStream.range(0, table.quasiIdentifiers().size())
                .mapToObj(i -> new QuasiIdentifierMeasures(
                        table.quasiIdentifiers().get(i).name(), table.distinct(i), null, null, null))
                .toList();
    }

    QuasiIdentifierMeasures adding(GroupMeasures with, GroupMeasures without) {
        return new QuasiIdentifierMeasures(
                name,
                distinct,
                with.uniqueRecords() - without.uniqueRecords(),
                with.recordsBelowMinimum() - without.recordsBelowMinimum(),
                with.distinction() - without.distinction());
    }
}
