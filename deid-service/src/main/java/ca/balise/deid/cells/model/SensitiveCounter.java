package ca.balise.deid.cells.model;

import ca.balise.deid.cells.model.ValueCounts.Entries;

/**
 * Counts how often each value of one sensitive variable meets each cell. The value that a cell met first is counted in the notes of
 * the cell, which is at hand when its record is: many cells never meet another, and in the others it is often the most frequent one.
 * The rest is counted as pairs.
 */
final class SensitiveCounter {

    /** Integers that it needs in the notes of a cell: the code met first, and how often. */
    static final int NOTES = 2;

    private final IntRows cells;
    private final int note;
    private final PairCounter others;
    private int[] otherCells = new int[0];
    private int[] otherCodes = new int[0];

    /** @param note where its notes are in the row of a cell */
    SensitiveCounter(String variable, IntRows cells, int note, MemoryBudget memory) {
        this.cells = cells;
        this.note = note;
        this.others = new PairCounter(variable, memory);
    }

    /** Counts a record for each pair of a cell and a code. */
    void addEach(int[] cellOfRecord, int[] codeOfRecord, int records) {
        if (otherCells.length < records) {
            otherCells = new int[records];
            otherCodes = new int[records];
        }
        int rest = 0;
        for (int i = 0; i < records; i++) {
            int cell = cellOfRecord[i];
            int code = codeOfRecord[i];
            int[] page = cells.page(cell);
            int at = cells.start(cell) + note;
            if (page[at + 1] == 0) {
                page[at] = code;
            }
            if (page[at] == code) {
                page[at + 1]++;
            } else {
                otherCells[rest] = cell;
                otherCodes[rest++] = code;
            }
        }
        others.addEach(otherCells, otherCodes, rest);
    }

    /** The counts by cell; see {@link PairCounter#counts}. */
    ValueCounts counts(Dictionary dictionary) {
        Entries first = visitor -> {
            for (int cell = 0; cell < cells.size(); cell++) {
                visitor.visit(cell, cells.get(cell, note), cells.get(cell, note + 1));
            }
        };
        return others.counts(dictionary, cells.size(), first, cells.size());
    }
}
