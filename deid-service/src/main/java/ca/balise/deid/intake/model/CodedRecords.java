package ca.balise.deid.intake.model;

import java.util.Arrays;

/** The records of a block as codes, by column, and what is needed of the block to count them. Reused. */
final class CodedRecords {

    private final int[][] codes;
    private int records;
    private long lineBreaks;

    CodedRecords(int columns) {
        this.codes = new int[columns][0];
    }

    /** Empties it and makes room for the records of a block. */
    void begin(RecordBlock block) {
        records = block.records();
        lineBreaks = block.lineBreaks();
        if (codes[0].length < records) {
            Arrays.setAll(codes, column -> new int[records + records / 2]);
        }
    }

    /** The codes of one column; only the first {@link #records()} are meant. */
    int[] column(int column) {
        return codes[column];
    }

    int records() {
        return records;
    }

    /** How many lines of the data the block covers. */
    long lineBreaks() {
        return lineBreaks;
    }

    /** Puts a record in the place of one before it. */
    void move(int record, int to) {
        for (int[] column : codes) {
            column[to] = column[record];
        }
    }

    /** Leaves out all records but the first. */
    void truncate(int kept) {
        records = kept;
    }
}
