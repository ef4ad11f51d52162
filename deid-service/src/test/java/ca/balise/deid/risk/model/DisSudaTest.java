package ca.balise.deid.risk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ca.balise.deid.cells.model.CellTable;
import ca.balise.deid.cells.model.MemoryBudget;
import ca.balise.deid.intake.model.Role;
import ca.balise.deid.intake.model.Variable;
import ca.balise.deid.specification.model.MeasureChoices;
import ca.balise.deid.specification.model.MissingValues;
import ca.balise.deid.specification.model.Population;
import ca.balise.deid.specification.model.Sample;
import ca.balise.deid.threshold.model.MinimumCellSize;
import ca.balise.kit.reasoning.Truth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisSudaTest {

    @ParameterizedTest
    @CsvSource({"1, 400, 4, 0.01", "2, 600, 5, 0.2", "3, 300, 6, 0.05", "4, 700, 6, 0.5", "5, 500, 3, 1"})
    void sharesTheRiskOutAsItsDefinitionSays(long seed, int records, int variables, double fraction) {
        List<List<String>> rows = random(seed, records, variables);

        DisSuda found = measured(rows, sample(new Population.Fraction(fraction)), variables - 1)
                .disSuda();

        double[] expected = byDefinition(rows, variables, fraction);
        assertThat(found.samplingFraction()).isEqualTo(fraction);
        assertThat(found.samplingFractionAssumed()).isFalse();
        assertThat(found.average()).isCloseTo(Arrays.stream(expected).average().orElseThrow(), within(1e-12));
        assertThat(found.maximum()).isCloseTo(Arrays.stream(expected).max().orElseThrow(), within(1e-12));
        Map<Double, Long> counts = new TreeMap<>();
        Arrays.stream(expected).filter(risk -> risk > 0).forEach(risk -> counts.merge(rounded(risk), 1L, Long::sum));
        assertThat(found.scores())
                .allSatisfy(of -> assertThat(counts).containsEntry(rounded(of.score()), of.records()));
        assertThat(found.scores()).hasSize(Math.min(counts.size(), SpecialUniques.MAXIMUM_SCORES));
    }

    /** DIS-SUDA of each record, from the records alone: subsets one by one, and every record compared with every other. */
    private static double[] byDefinition(List<List<String>> rows, int variables, double fraction) {
        double exponent = 1 + (8 - variables) / 20.0;
        int all = (1 << variables) - 1;
        double uniques = rows.stream().filter(row -> alike(rows, row, all) == 1).count();
        double inPairs = rows.stream().filter(row -> alike(rows, row, all) == 2).count();
        double dis = uniques * fraction / (uniques * fraction + inPairs * (1 - fraction));
        double[] scores =
                rows.stream().mapToDouble(row -> score(rows, row, variables)).toArray();
        double sum = Arrays.stream(scores)
                .filter(score -> score > 0)
                .map(score -> 1 / Math.pow(score, exponent))
                .sum();
        return Arrays.stream(scores)
                .map(score -> score == 0 ? 0 : 1 / (1 + (uniques / dis - uniques) / (Math.pow(score, exponent) * sum)))
                .toArray();
    }

    private static double score(List<List<String>> rows, List<String> row, int variables) {
        double score = 0;
        for (int subset = 1; subset < 1 << variables; subset++) {
            int of = subset;
            boolean minimal = alike(rows, row, subset) == 1
                    && IntStream.range(0, variables)
                            .filter(i -> (of >>> i & 1) == 1)
                            .allMatch(i -> alike(rows, row, of ^ 1 << i) > 1);
            if (minimal) {
                int size = Integer.bitCount(subset);
                score += (Math.pow(2, variables - size) - 1)
                        * factorial(size)
                        * factorial(variables - size)
                        / factorial(variables);
            }
        }
        return score;
    }

    private static double factorial(int n) {
        return IntStream.rangeClosed(2, n).mapToDouble(i -> i).reduce(1, (product, i) -> product * i);
    }

    private static long alike(List<List<String>> rows, List<String> row, int subset) {
        return rows.stream()
                .filter(other -> IntStream.range(0, row.size())
                        .allMatch(i -> (subset >>> i & 1) == 0 || other.get(i).equals(row.get(i))))
                .count();
    }

    private static double rounded(double risk) {
        return Math.round(risk * 1e12) / 1e12;
    }

    @Test
    void followsTheFractionFromWhatIsKnownOfThePopulation() {
        List<List<String>> rows = random(1, 200, 3);

        assertThat(measured(rows, sample(new Population.Size(4_020)), null)
                        .disSuda()
                        .samplingFraction())
                .isEqualTo(0.05);
        assertThat(measured(rows, Sample.NONE, null).disSuda().samplingFraction())
                .isEqualTo(SamplingFraction.ASSUMED);
    }

    @ParameterizedTest
    @CsvSource({
        "3, FALSE, UNKNOWN, NOT_A_RANDOM_SAMPLE, 0",
        "3, TRUE, TRUE, MEMBERSHIP_KNOWN, 0",
        "6, UNKNOWN, UNKNOWN, NOT_SEARCHED_TO_THE_END, 5",
        "1, UNKNOWN, UNKNOWN, NO_MINIMAL_UNIQUE, 0"
    })
    void saysWhyItIsNotMeasured(int variables, Truth drawn, Truth known, NotMeasuredReason reason, long limit) {
        Sample sample = new Sample(new Population.Unknown(), drawn, known);

        SubsetMeasures measures = measures(random(1, 200, variables), sample, null);

        assertThat(measures.specialUniques().disSuda()).isNull();
        assertThat(measures.notMeasured()).containsExactly(new NotMeasured("specialUniques.disSuda", reason, limit));
    }

    @Test
    void saysThatNobodyIsUnique() {
        List<List<String>> rows = List.of(List.of("a", "b"), List.of("a", "b"));

        assertThat(measures(rows, Sample.NONE, null).notMeasured())
                .containsExactly(new NotMeasured("specialUniques.disSuda", NotMeasuredReason.NO_MINIMAL_UNIQUE));
    }

    private static Sample sample(Population population) {
        return new Sample(population, Truth.TRUE, Truth.FALSE);
    }

    private static SpecialUniques measured(List<List<String>> rows, Sample sample, @Nullable Integer size) {
        return measures(rows, sample, size).specialUniques();
    }

    private static SubsetMeasures measures(List<List<String>> rows, Sample sample, @Nullable Integer size) {
        List<Variable> variables = IntStream.range(0, rows.getFirst().size())
                .mapToObj(i -> new Variable("v" + i, Role.QUASI_IDENTIFIER))
                .toList();
        CellTable table = new Rows(variables, null, rows).table();
        var choices =
                new MeasureChoices(MissingValues.OWN_CATEGORY, sample, null, size, MeasureChoices.DEFAULT_C, Map.of());
        return SubsetMeasures.of(
                table, choices, new MinimumCellSize(5, MinimumCellSize.Basis.CHOSEN), MemoryBudget.unlimited());
    }

    private static List<List<String>> random(long seed, int records, int variables) {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            rows.add(IntStream.range(0, variables)
                    .mapToObj(v -> "x" + Math.min(random.nextInt(3 + v), random.nextInt(3 + v)))
                    .toList());
        }
        // Somebody alone on one variable, so that every table has a minimal unique to score.
        rows.add(IntStream.range(0, variables)
                .mapToObj(v -> v == 0 ? "alone" : "x0")
                .toList());
        return rows;
    }
}
