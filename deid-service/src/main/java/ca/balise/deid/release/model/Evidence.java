package ca.balise.deid.release.model;

import java.util.List;

/**
 * What was measured in the data, as the verdict needs it. Column names are metadata and may be told; values never come here.
 *
 * @param records records in all cells
 * @param recordsBelowMinimum records in cells smaller than the minimum
 * @param cells number of cells
 * @param cellsBelowMinimum number of cells smaller than the minimum
 * @param uniqueCells cells of a single person
 * @param personsEstablished whether sizes are known to count persons: a person key was used, or one record a person asserted
 * @param personKeyPresent whether a person key was used
 * @param suppressedRecords records suppressed whole, which are in no cell
 * @param quasiIdentifiers number of quasi-identifiers
 * @param identifiers what was found in the columns, whatever their role
 * @param homogeneous sensitive columns with cells whose records all share one value
 * @param maybeHomogeneous sensitive columns with cells of which that cannot be told, for a person has several records there
 * @param recordsUniqueOnFew records that one or two quasi-identifiers are enough to single out
 * @param sample what is known of the population
 */
public record Evidence(
        long records,
        long recordsBelowMinimum,
        long cells,
        long cellsBelowMinimum,
        long uniqueCells,
        boolean personsEstablished,
        boolean personKeyPresent,
        long suppressedRecords,
        int quasiIdentifiers,
        IdentifierFindings identifiers,
        List<String> homogeneous,
        List<String> maybeHomogeneous,
        long recordsUniqueOnFew,
        SampleEvidence sample) {}
