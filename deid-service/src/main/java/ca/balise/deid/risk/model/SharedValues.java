package ca.balise.deid.risk.model;

import ca.balise.deid.cells.model.CellTable;
import ca.balise.deid.cells.model.ValueCounts;
import java.util.Optional;

/** How many persons of a cell share one value of a sensitive variable, over the cells met. */
final class SharedValues {

    private final CellTable table;
    private final ValueCounts counts;
    private final Optional<ValueCounts> persons;
    private double largestShare;
    private int homogeneousCells;
    private long recordsInHomogeneousCells;
    private int maybeHomogeneousCells;

    SharedValues(CellTable table, int variable) {
        this.table = table;
        this.counts = table.sensitive().get(variable);
        this.persons = table.personsWith(variable);
    }

    void meet(int cell) {
        int most = 0;
        for (int entry = counts.start(cell); entry < counts.end(cell); entry++) {
            most = Math.max(most, persons.isPresent() ? persons.get().distinct(entry) : counts.count(entry));
        }
        // Persons are told apart, or each record is one.
        boolean known = persons.isPresent() || table.records(cell) == table.size(cell);
        int all = persons.isPresent() ? table.size(cell) : table.records(cell);
        largestShare = Math.max(largestShare, (double) most / all);
        if (most == all) {
            homogeneousCells++;
            recordsInHomogeneousCells += table.records(cell);
        } else if (!known && most >= table.size(cell)) {
            maybeHomogeneousCells++;
        }
    }

    double largestShare() {
        return largestShare;
    }

    int homogeneousCells() {
        return homogeneousCells;
    }

    long recordsInHomogeneousCells() {
        return recordsInHomogeneousCells;
    }

    int maybeHomogeneousCells() {
        return maybeHomogeneousCells;
    }
}
