package ca.balise.deid.risk.model;

import ca.balise.deid.cells.model.CellSizes;
import java.util.Map;

/**
 * The risk from an attacker who knows that the person looked for is in the data: 1/f for a cell of f persons (K. El Emam and F. K.
 * Dankar, "Protecting privacy using k-anonymity", JAMIA 15(5), 2008).
 *
 * @param maximum the risk in the smallest cell
 * @param average the mean over the persons of the cells, Σ f·(1/f) / Σ f, which is cells / Σ f: an exact quotient, not a sum of
 *     rounded ones. Where one person has records in several cells, they count once in each. Where missing values match anything, the
 *     sum is taken size by size
 * @param minimum the risk in the largest cell
 */
public record ProsecutorRisk(double maximum, double average, double minimum) {

    /** @param sizes of a table with at least one cell */
    static ProsecutorRisk of(CellSizes sizes) {
        var histogram = sizes.histogram();
        return new ProsecutorRisk(1.0 / histogram.firstKey(), average(sizes), 1.0 / histogram.lastKey());
    }

    private static double average(CellSizes sizes) {
        long persons = sizes.table().memberships();
        if (sizes.isPartition()) {
            return (double) sizes.table().cells() / persons;
        }
        double sum = 0;
        for (Map.Entry<Integer, Long> entry : sizes.persons().entrySet()) {
            sum += (double) entry.getValue() / entry.getKey();
        }
        return sum / persons;
    }
}
