package ca.balise.deid.cells.model;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One cell of a table, as seen by a predicate or a report: a view, not a copy.
 *
 * @param number its number in the table, from 0; numbers mean nothing from one table to another
 */
public record Cell(CellTable table, int number) {

    /** The value that the cell's records share in one quasi-identifier. */
    public String value(String quasiIdentifier) {
        return value(table.indexOf(quasiIdentifier));
    }

    /** All shared values, in the order of {@link CellTable#quasiIdentifiers()}. */
    public List<String> values() {
        return IntStream.range(0, table.quasiIdentifiers().size())
                .mapToObj(this::value)
                .toList();
    }

    /** Persons in the cell. */
    public int size() {
        return table.size(number);
    }

    /** Records in the cell. */
    public int records() {
        return table.records(number);
    }

    private String value(int index) {
        return table.quasiIdentifiers().get(index).dictionary().value(table.code(number, index));
    }
}
