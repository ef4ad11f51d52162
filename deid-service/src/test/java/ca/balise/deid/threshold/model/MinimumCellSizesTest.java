package ca.balise.deid.threshold.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.balise.deid.threshold.model.MinimumCellSize.Basis;
import ca.balise.kit.reasoning.RuleBook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MinimumCellSizesTest {

    private final MinimumCellSizes minimums =
            MinimumCellSizes.of(RuleBook.read(MinimumCellSizes.class, "/rules/release.yaml"));
    private final MinimumCellSizeAdviser adviser = new MinimumCellSizeAdviser(
            RuleBook.read(MinimumCellSizes.class, "/rules/minimum-cell-size.yaml"), minimums);

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "15,   false, null,           15, CHOSEN",
                "3,    true,  MORE_SENSITIVE, 3,  CHOSEN",
                "null, true,  LESS_SENSITIVE, 10, SENSITIVITY",
                "null, true,  MORE_SENSITIVE, 20, SENSITIVITY",
                "null, true,  null,           20, LEFT_OPEN",
                "null, false, null,           10, STARTING_POINT",
            })
    void followsTheNotice(Integer chosen, boolean described, Sensitivity sensitivity, int persons, Basis basis) {
        assertThat(decide(chosen, described ? Factors.of(sensitivity) : null))
                .isEqualTo(new MinimumCellSize(persons, basis));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 1, 0, -1, Integer.MIN_VALUE})
    void refusesAMinimumCellSizeBelowThree(int chosen) {
        assertThatThrownBy(() -> decide(chosen, null)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Case 14: « une taille de cellule minimale de 10 engendre un risque de repersonnalisation de 0,1 ». */
    @ParameterizedTest
    @CsvSource({"10, 0.1", "20, 0.05", "3, 0.3333333333333333"})
    void aMinimumStandsForARisk(int persons, double risk) {
        assertThat(decide(persons, null).riskThreshold()).isEqualTo(risk);
    }

    private MinimumCellSize decide(@Nullable Integer chosen, @Nullable Factors factors) {
        Factors stated = factors == null ? Factors.NONE : factors;
        return minimums.decide(chosen, factors, adviser.advise(stated).recommended());
    }
}
