package ca.balise.deid.cells.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which persons of a cell have which value of one sensitive variable, while records are counted. It has memory of its own and does
 * without once that is used up: what it tells is wanted only where a person has several records in a cell.
 */
final class PersonLinks {

    private static final int VALUE = 0;
    private static final int PERSON = 1;

    private final MemoryBudget memory;

    /** The pairs of a value and a person, numbered. */
    private final CellIndex pairs;

    /** The cells that each pair occurs in. */
    private final PairCounter cells;

    private boolean dropped;
    private int[] rows = new int[0];
    private int[] found = new int[0];

    private PersonLinks(String variable, MemoryBudget memory) {
        this.memory = memory;
        this.pairs = new CellIndex(2, CellIndex.MAXIMUM_CELLS, memory);
        this.cells = new PairCounter(variable, memory);
    }

    /** Null where there is not even room to begin. */
    static @Nullable PersonLinks within(String variable, MemoryBudget memory) {
        try {
            return new PersonLinks(variable, memory);
        } catch (LimitExceededException noRoom) {
            return null;
        }
    }

    void addEach(int[] cellOfRecord, int[] valueOfRecord, int[] personOfRecord, int records) {
        if (dropped) {
            return;
        }
        if (rows.length < 2 * records) {
            rows = new int[2 * records];
            found = new int[records];
        }
        for (int i = 0; i < records; i++) {
            rows[2 * i + VALUE] = valueOfRecord[i];
            rows[2 * i + PERSON] = personOfRecord[i];
        }
        try {
            pairs.addEach(rows, null, records, found, 0);
            cells.addEach(cellOfRecord, found, records);
        } catch (LimitExceededException full) {
            dropped = true;
            pairs.discard();
            cells.discard();
        }
    }

    /** The persons by entry of the variable; empty if there was no room. */
    Optional<ValueCounts> byEntry(ValueCounts values, Dictionary persons) {
        if (dropped || !memory.claim(cells.bytesOfCounts(values.entries()))) {
            return Optional.empty();
        }
        IntRows numbered = pairs.rows();
        return Optional.of(ValueCounts.of(
                values.variable(),
                persons,
                values.entries(),
                visitor -> cells.forEach((cell, pair, count) -> visitor.visit(
                        values.entryOf(cell, numbered.get(pair, VALUE)), numbered.get(pair, PERSON), count))));
    }
}
