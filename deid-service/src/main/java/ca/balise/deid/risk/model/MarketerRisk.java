package ca.balise.deid.risk.model;

import ca.balise.deid.cells.model.CellTable;
import java.util.function.IntToDoubleFunction;

/**
 * The risk from an attacker who wants as many persons as possible: the share of the sample that a match with the whole population gets
 * right, (1/n)·Σ f/F (F. K. Dankar and K. El Emam, "A method for evaluating marketer re-identification risk", 2010).
 *
 * @param average that share
 */
public record MarketerRisk(double average) {

    /** @param population F of each cell of the sample, at least its size there */
    static MarketerRisk of(CellTable table, IntToDoubleFunction population) {
        OrderlessSum sum = new OrderlessSum();
        for (int cell = 0; cell < table.cells(); cell++) {
            sum.add(table.size(cell) / population.applyAsDouble(cell));
        }
        return new MarketerRisk(sum.value() / table.memberships());
    }
}
