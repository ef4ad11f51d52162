package ca.balise.deid.risk.model;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.deid.cells.model.CellSizes;
import ca.balise.deid.cells.model.CellTable;
import ca.balise.deid.cells.model.MemoryBudget;
import ca.balise.deid.specification.model.Closeness;
import ca.balise.deid.specification.model.MeasureChoices;
import ca.balise.deid.specification.model.MissingValues;
import ca.balise.deid.specification.model.Population;
import ca.balise.deid.specification.model.Sample;
import ca.balise.deid.threshold.model.MinimumCellSize;
import ca.balise.kit.reasoning.Truth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of all measures together. */
class MeasuresTest {

    @ParameterizedTest
    @CsvSource({
        "1, OWN_CATEGORY, false",
        "2, OWN_CATEGORY, true",
        "3, MATCHES_ANYTHING, false",
        "4, MATCHES_ANYTHING, true"
    })
    void areTheSameToTheLastBitWhateverTheOrderOfTheRecords(long seed, MissingValues missing, boolean withPersonKey) {
        Rows rows = Rows.random(seed, 250, withPersonKey);
        var half = new Sample(new Population.Fraction(0.3), Truth.TRUE, Truth.FALSE);
        var choices = new MeasureChoices(missing, half, 3, 3, 3, Map.of("x", new Closeness.Hierarchical(hierarchy())));

        Measures measures = measured(rows, choices);

        assertThat(measures.populationRisk().population() == null)
                .isEqualTo(withPersonKey || missing == MissingValues.MATCHES_ANYTHING);
        for (long order = 1; order <= 3; order++) {
            assertThat(measured(rows.shuffled(order), choices)).isEqualTo(measures);
        }
    }

    @Test
    void areTheSameWhateverTheOrderOfTheWeights() {
        Rows rows = Rows.random(5, 250, false);
        Rows weighted = new Rows(rows.variables(), "y", rows.values());
        var choices = new MeasureChoices(
                MissingValues.OWN_CATEGORY,
                new Sample(new Population.Weights("y"), Truth.TRUE, Truth.FALSE),
                null,
                null,
                3,
                Map.of());

        Measures measures = measured(weighted, choices);

        assertThat(measures.populationRisk().population()).isNotNull();
        assertThat(measured(weighted.shuffled(1), choices)).isEqualTo(measures);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void neverRateTheRiskHigherAfterGeneralising(long seed) {
        CellTable table = Rows.random(seed, 200, seed == 2).table();
        CellTable generalised = table.generalise("c", value -> value.compareTo("v4") < 0 ? "low" : "high");

        ProsecutorRisk before = ProsecutorRisk.of(CellSizes.ownCategory(table));
        ProsecutorRisk after = ProsecutorRisk.of(CellSizes.ownCategory(generalised));

        assertThat(after.maximum()).isLessThanOrEqualTo(before.maximum());
        assertThat(after.average()).isLessThanOrEqualTo(before.average());
        assertThat(after.minimum()).isLessThanOrEqualTo(before.minimum());
    }

    @Test
    void averageTheRiskOverThePersonsWhereSizesOverlap() {
        // Sizes 2, 2, 3: whoever lacks an age is alike both others.
        CellTable table =
                Rows.of(List.of("age", "sex"), null, "40 F\n41 F\n* F").table();

        RiskMeasures risk = measured(table, MissingValues.MATCHES_ANYTHING).risk();

        assertThat(risk.prosecutor()).isEqualTo(new ProsecutorRisk(1 / 2.0, (2 / 2.0 + 1 / 3.0) / 3, 1 / 3.0));
        assertThat(risk.cellSizes()).isEqualTo(Map.of(2, 2, 3, 1));
        assertThat(risk.uniqueRecords()).isZero();
        assertThat(measured(table, MissingValues.OWN_CATEGORY).risk().uniqueRecords())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(MissingValues.class)
    void areThoseOfACellOfEverybodyWhereAllAreAlike(MissingValues missing) {
        CellTable table = Rows.of(List.of("age"), null, "40\n40\n40").table();

        RiskMeasures risk = measured(table, missing).risk();

        assertThat(risk.prosecutor()).isEqualTo(new ProsecutorRisk(1 / 3.0, 1 / 3.0, 1 / 3.0));
    }

    private static Map<String, List<String>> hierarchy() {
        Map<String, List<String>> hierarchy = new HashMap<>();
        hierarchy.put("", List.of("none"));
        hierarchy.put("v1", List.of("some"));
        hierarchy.put("v2", List.of("some"));
        return hierarchy;
    }

    private static Measures measured(Rows rows, MeasureChoices choices) {
        return Measures.of(rows.table(), minimum(), choices, new MemoryBudget(64 << 20));
    }

    private static Measures measured(CellTable table, MissingValues missing) {
        var choices = new MeasureChoices(missing, Sample.NONE, null, null, 3, Map.of());
        return Measures.of(table, minimum(), choices, new MemoryBudget(64 << 20));
    }

    private static MinimumCellSize minimum() {
        return new MinimumCellSize(3, MinimumCellSize.Basis.CHOSEN);
    }
}
