package ca.balise.deid.risk.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an attacker who knows only these quasi-identifiers of a person would find.
 *
 * @param names the quasi-identifiers, in the order of the variables
 * @param cells distinct combinations of their values
 * @param uniqueRecords records of persons who are alone in their cell
 * @param recordsBelowMinimum records in cells smaller than the minimum
 * @param distinction cells as a share of the persons, from 0 to 1 (R. Motwani and Y. Xu, "Efficient algorithms for masking and finding
 *     quasi-identifiers", 2007, §2); it is also the average risk, 1 / size over the persons
 * @param separation share of the pairs of persons who differ (the same, §2); null where there is one person only
 */
public record Combination(
        List<String> names,
        int cells,
        long uniqueRecords,
        long recordsBelowMinimum,
        double distinction,
        @Nullable Double separation) {

    static Combination of(List<String> names, GroupMeasures measures) {
        return new Combination(
                names,
                measures.cells(),
                measures.uniqueRecords(),
                measures.recordsBelowMinimum(),
                measures.distinction(),
                measures.separation());
    }
}
