package ca.balise.deid.intake.model;

import ca.balise.deid.cells.model.CellTable;
import ca.balise.deid.cells.model.ColumnProfile;
import ca.balise.deid.cells.model.MemoryBudget;
import java.util.List;

/**
 * What is kept of a data set once it is read: counts, and the distinct values that they are counts of.
 *
 * @param table the cells over the quasi-identifiers, in the order of the variables
 * @param profiles of all columns, in the order of the data
 * @param suppressedRecords records suppressed whole, {@code *} in every quasi-identifier. They are in no cell: they would look like a
 *     cell of their own, or a unique record, and are neither
 * @param memory what measures of the table may still take
 */
public record Dataset(CellTable table, List<ColumnProfile> profiles, long suppressedRecords, MemoryBudget memory) {

    public Dataset {
        profiles = List.copyOf(profiles);
    }

    /** The same seen in a given year, which tells births from what is still to come. */
    public Dataset asOf(int year) {
        return new Dataset(
                table, profiles.stream().map(profile -> profile.asOf(year)).toList(), suppressedRecords, memory);
    }
}
