package ca.balise.deid.cells.model;

import java.util.OptionalDouble;

/**
 * What one column of the data looks like, whatever role it was given; filled in the same pass as the {@link CellTable} and not
 * derivable from it. It holds counts only, never a value.
 *
 * @param name name of the column
 * @param records records read, suppressed ones included
 * @param missing records whose field is empty
 * @param distinct distinct values, the empty one left out
 * @param distinctExact whether there are exactly so many; otherwise at least
 * @param examination what kinds of identifiers the values are
 */
public record ColumnProfile(
        String name, long records, long missing, int distinct, boolean distinctExact, Examination examination) {

    /**
     * The share of the records with a value that match, from 0 to 1; empty where no record has a value. Where the column's name says
     * that it holds this kind, a value counts that has any form of it.
     */
    public OptionalDouble share(IdentifierKind kind) {
        return ColumnName.says(name, kind) ? examination.namedShare(kind) : examination.share(kind);
    }

    /** The same seen in a given year, which tells a birth from what is still to come. */
    public ColumnProfile asOf(int year) {
        return new ColumnProfile(name, records, missing, distinct, distinctExact, examination.asOf(year));
    }

    /** Whether {@link #share} is over all records with a value: none was left out as too long, or as one of too many. */
    public boolean shareExact() {
        return examination.records() == records - missing;
    }
}
