package ca.balise.deid.risk.model;

import ca.balise.deid.cells.model.CellSizes;
import ca.balise.deid.cells.model.CellTable;
import ca.balise.deid.threshold.model.MinimumCellSize;
import java.util.Collections;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The sizes of the cells and the risk that follows from them: 1 divided by the size of the cell (TBS Privacy Implementation Notice
 * 2020-03, §5.1.3). What cannot be computed, for want of cells, is null, never 0.
 *
 * @param minimumCellSize the minimum the measures are taken against
 * @param records records in cells
 * @param persons different persons in cells; the records where there is no person key
 * @param cells number of cells
 * @param smallestCell persons in the smallest cell
 * @param largestCell persons in the largest cell
 * @param uniqueCells cells of one person
 * @param uniqueRecords records in cells of one person; equal to {@code uniqueCells} where there is no person key
 * @param cellsBelowMinimum cells with 0 &lt; size &lt; minimum
 * @param recordsBelowMinimum records in such cells
 * @param cellSizes how many cells have each size that occurs, smallest first
 * @param prosecutor the risk from an attacker who knows that the person is in the data
 */
public record RiskMeasures(
        int minimumCellSize,
        long records,
        long persons,
        int cells,
        @Nullable Integer smallestCell,
        @Nullable Integer largestCell,
        int uniqueCells,
        long uniqueRecords,
        int cellsBelowMinimum,
        long recordsBelowMinimum,
        SortedMap<Integer, Integer> cellSizes,
        @Nullable ProsecutorRisk prosecutor) {

    public RiskMeasures {
        cellSizes = Collections.unmodifiableSortedMap(cellSizes);
    }

    /**
     * Measures a table.
     *
     * @param sizes the sizes of its cells, by the policy for missing values
     * @param minimum which minimum may be asked for is not this measure's matter
     */
    public static RiskMeasures of(CellSizes sizes, MinimumCellSize minimum) {
        CellTable table = sizes.table();
        int minimumCellSize = minimum.persons();
        int uniqueCells = 0;
        long uniqueRecords = 0;
        int cellsBelowMinimum = 0;
        long recordsBelowMinimum = 0;
        for (int cell = 0; cell < table.cells(); cell++) {
            int size = sizes.size(cell);
            if (size < minimumCellSize) {
                cellsBelowMinimum++;
                recordsBelowMinimum += table.records(cell);
            }
            if (size == 1) {
                uniqueCells++;
                uniqueRecords += table.records(cell);
            }
        }
        SortedMap<Integer, Integer> cellSizes = sizes.histogram();
        boolean empty = cellSizes.isEmpty();
        return new RiskMeasures(
                minimumCellSize,
                table.records(),
                table.persons(),
                table.cells(),
                empty ? null : cellSizes.firstKey(),
                empty ? null : cellSizes.lastKey(),
                uniqueCells,
                uniqueRecords,
                cellsBelowMinimum,
                recordsBelowMinimum,
                cellSizes,
                empty ? null : ProsecutorRisk.of(sizes));
    }

    /**
     * Records at risk: 1/size &gt; 1/minimum. They are the records in cells below the minimum, and are counted as those, in integers;
     * a comparison of quotients would depend on their rounding.
     */
    public long recordsAboveThreshold() {
        return recordsBelowMinimum;
    }
}
