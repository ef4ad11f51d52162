package ca.balise.deid.risk.model;

import ca.balise.deid.cells.model.CellTable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one quasi-identifier is like.
 *
 * @param name the variable
 * @param distinct distinct values in the table; missing is one
 */
public record QuasiIdentifierMeasures(String name, int distinct) {

    /** Measures every quasi-identifier of a table, in its order. */
    public static List<QuasiIdentifierMeasures> of(CellTable table) {
        return IntStream.range(0, table.quasiIdentifiers().size())
                .mapToObj(i -> new QuasiIdentifierMeasures(
                        table.quasiIdentifiers().get(i).name(), table.distinct(i)))
                .toList();
    }
}
