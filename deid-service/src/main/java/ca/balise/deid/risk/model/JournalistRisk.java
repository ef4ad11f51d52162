package ca.balise.deid.risk.model;

import ca.balise.deid.cells.model.CellTable;
import java.util.function.IntToDoubleFunction;

/**
 * The risk from an attacker who looks for any one person and does not know who is in the data: 1/F, F being the persons of the
 * population in the cell (K. El Emam and F. K. Dankar, "Protecting privacy using k-anonymity", JAMIA 15(5), 2008).
 *
 * @param maximum 1/F of the smallest F over the cells of the sample
 * @param average the greater of cells / ΣF and (1/n)·Σ f/F, as the attacker may start from the population or from the sample (K. El Emam,
 *     "Guide to the De-Identification of Personal Health Information", 2013, ch. 16)
 */
public record JournalistRisk(double maximum, double average) {

    /** Populations are added up in millions, about, to stay below the largest sum. */
    private static final double UNIT = 1 << 20;

    /** @param population F of each cell of the sample, at least its size there */
    static JournalistRisk of(CellTable table, IntToDoubleFunction population) {
        double smallest = Double.POSITIVE_INFINITY;
        OrderlessSum all = new OrderlessSum();
        for (int cell = 0; cell < table.cells(); cell++) {
            double persons = population.applyAsDouble(cell);
            smallest = Math.min(smallest, persons);
            all.add(persons / UNIT);
        }
        double fromPopulation = table.cells() / (all.value() * UNIT);
        return new JournalistRisk(
                1 / smallest,
                Math.max(fromPopulation, MarketerRisk.of(table, population).average()));
    }
}
