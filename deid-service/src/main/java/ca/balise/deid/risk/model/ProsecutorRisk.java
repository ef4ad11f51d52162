package ca.balise.deid.risk.model;

import ca.balise.deid.cells.model.CellTable;

/**
 * The risk from an attacker who knows that the person looked for is in the data: 1/f for a cell of f persons (K. El Emam and F. K.
 * Dankar, "Protecting privacy using k-anonymity", JAMIA 15(5), 2008).
 *
 * @param maximum the risk in the smallest cell
 * @param average the mean over the persons of the cells, Σ f·(1/f) / Σ f, which is cells / Σ f: an exact quotient, not a sum of
 *     rounded ones. Where one person has records in several cells, they count once in each
 * @param minimum the risk in the largest cell
 */
public record ProsecutorRisk(double maximum, double average, double minimum) {

    /** @param table with at least one cell */
    static ProsecutorRisk of(CellTable table) {
        var sizes = table.histogram();
        return new ProsecutorRisk(
                1.0 / sizes.firstKey(), (double) table.cells() / table.memberships(), 1.0 / sizes.lastKey());
    }
}
