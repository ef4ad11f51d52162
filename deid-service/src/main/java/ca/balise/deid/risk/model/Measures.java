package ca.balise.deid.risk.model;

import ca.balise.deid.cells.model.CellSizes;
import ca.balise.deid.cells.model.CellTable;
import ca.balise.deid.cells.model.LimitExceededException;
import ca.balise.deid.cells.model.MemoryBudget;
import ca.balise.deid.specification.model.MeasureChoices;
import ca.balise.deid.specification.model.MissingValues;
import ca.balise.deid.threshold.model.MinimumCellSize;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that is measured of one table.
 *
 * @param missingValues the policy that the sizes follow
 * @param risk the sizes of the cells and the risk from an attacker who knows who is in the data
 * @param populationRisk the risk from attackers who do not
 * @param subsets what is measured over fewer quasi-identifiers
 * @param sensitive what cells give away though they be large
 */
public record Measures(
        MissingValues missingValues,
        RiskMeasures risk,
        PopulationRisk populationRisk,
        SubsetMeasures subsets,
        SensitiveRisk sensitive) {

    /**
     * Measures a table.
     *
     * @param minimum the minimum cell size
     * @param choices what is to be measured, and how
     * @param memory what it may take meanwhile; a measure for which it is not enough is left out and named, but for the sizes themselves
     * @throws LimitExceededException if the sizes cannot be had within the limits
     */
    public static Measures of(CellTable table, MinimumCellSize minimum, MeasureChoices choices, MemoryBudget memory) {
        return of(table, minimum, choices, memory, Milestones.NONE);
    }

    /**
     * Measures a table, and says how far it is: between two measures it can be ended.
     *
     * @param milestones told what share of the measures is there
     * @see #of(CellTable, MinimumCellSize, MeasureChoices, MemoryBudget)
     */
    public static Measures of(
            CellTable table,
            MinimumCellSize minimum,
            MeasureChoices choices,
            MemoryBudget memory,
            Milestones milestones) {
        CellSizes sizes = switch (choices.missingValues()) {
            case OWN_CATEGORY -> CellSizes.ownCategory(table);
            case MATCHES_ANYTHING -> CellSizes.matchingAnything(table, memory);
        };
        milestones.reached(0.1);
        RiskMeasures risk = RiskMeasures.of(sizes, minimum);
        milestones.reached(0.2);
        PopulationRisk population = PopulationRisk.of(sizes, choices.sample(), memory);
        milestones.reached(0.3);
        SubsetMeasures subsets = SubsetMeasures.of(table, choices, minimum, memory);
        milestones.reached(0.9);
        return new Measures(choices.missingValues(), risk, population, subsets, SensitiveRisk.of(table, choices));
    }

    /** Why what is null is. */
    public List<NotMeasured> notMeasured() {
        return Stream.of(populationRisk.notMeasured(), subsets.notMeasured(), sensitive.notMeasured())
                .flatMap(List::stream)
                .toList();
    }
}
