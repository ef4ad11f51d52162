package ca.balise.deid.risk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ca.balise.deid.cells.model.CellSizes;
import ca.balise.deid.cells.model.CellTable;
import ca.balise.deid.cells.model.MemoryBudget;
import ca.balise.deid.intake.model.CsvDialect;
import ca.balise.deid.intake.model.DatasetReader;
import ca.balise.deid.intake.model.IntakeLimits;
import ca.balise.deid.intake.model.Role;
import ca.balise.deid.intake.model.TextEncoding;
import ca.balise.deid.intake.model.Variable;
import ca.balise.deid.specification.model.Population;
import ca.balise.deid.specification.model.Sample;
import ca.balise.kit.reasoning.Truth;
import ca.balise.kit.testing.SharedMaterial;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PopulationRiskTest {

    /** The figures of ARX 3.9.2, to all the digits that were noted. */
    private static final double DIGITS = 1e-9;

    @Test
    void estimatesThePopulationUniquesOfTheAdultDataSetAsArxDoes() throws IOException {
        JsonNode answers = cases("10_arx_adult.json");
        CellTable table = adult(answers, Role.SENSITIVE);
        for (var expected : answers.get("expected_population_uniques_8qi").properties()) {
            Population population = expected.getKey().startsWith("f=")
                    ? new Population.Fraction(
                            Double.parseDouble(expected.getKey().substring(2)))
                    : new Population.Size(40_000_000);
            PopulationMeasures measures = measured(table, population).population();
            expected.getValue()
                    .properties()
                    .forEach(model -> assertThat(share(measures, model.getKey()))
                            .as(expected.getKey() + " " + model.getKey())
                            .isCloseTo(model.getValue().asDouble(), within(DIGITS)));
        }
    }

    @Test
    void choosesTheModelThatTheRuleOfDankarChooses() throws IOException {
        JsonNode answers = cases("10_arx_adult.json");
        JsonNode expected = answers.get("expected_9qi_incl_salary_class (ARX TestRiskMetrics)");
        CellTable table = adult(answers, Role.QUASI_IDENTIFIER);

        assertThat(chosen(table, 0.01)).isCloseTo(expected.get("f0.01").asDouble(), within(1e-7));
        assertThat(chosen(table, 0.1))
                .isCloseTo(expected.get("dankar_f0.1_pitman").asDouble(), within(1e-7));
        assertThat(chosen(table, 0.2)).isCloseTo(expected.get("f0.2").asDouble(), within(1e-7));
        assertThat(chosen(table, 1)).isCloseTo(expected.get("f1").asDouble(), within(1e-7));
        assertThat(measured(table, new Population.Fraction(0.1)).population().model())
                .isEqualTo(PopulationModel.PITMAN);
        assertThat(measured(table, new Population.Fraction(0.2)).population().model())
                .isEqualTo(PopulationModel.ZAYATZ);
    }

    private static double chosen(CellTable table, double fraction) {
        return measured(table, new Population.Fraction(fraction)).population().populationUniqueShare();
    }

    private static double share(PopulationMeasures measures, String model) {
        String name = model.equals("snb") ? "SLIDE_NEGATIVE_BINOMIAL" : model.toUpperCase(java.util.Locale.ROOT);
        return measures.estimates().stream()
                .filter(estimate -> estimate.model().name().equals(name))
                .findFirst()
                .orElseThrow()
                .share();
    }

    @Test
    void computesTheIndividualRiskOfTheTenHouseholdsAsTheGuideDoes() throws IOException {
        JsonNode answers = cases("01_sdcpractice_10rows.json").get("expected");
        List<Double> risks = new ArrayList<>();
        for (int i = 0; i < answers.get("fk").size(); i++) {
            int sample = answers.get("fk").get(i).asInt();
            double population = answers.get("Fk").get(i).asDouble();
            double risk = IndividualRisk.approximate(sample, population);
            assertThat(risk).isCloseTo(answers.get("individual_risk_4dp").get(i).asDouble(), within(0.5e-4));
            assertThat(IndividualRisk.exact(sample, population)).isEqualTo(risk);
            risks.add(risk);
        }

        PopulationRisk measured = measured(households().table(), new Population.Weights("Weight"));

        double sum = risks.stream().mapToDouble(Double::doubleValue).sum();
        var individual = measured.population().individualRisk().approximate();
        assertThat(individual.maximum()).isCloseTo(0.0290, within(0.5e-4));
        assertThat(individual.expectedReidentifications()).isCloseTo(sum, within(1e-12));
        assertThat(individual.average()).isCloseTo(sum / 10, within(1e-12));
        assertThat(measured.journalist().maximum()).isEqualTo(1.0 / 152);
        assertThat(measured.marketer().average())
                .isCloseTo(
                        (2 / 360.0 + 1 / 215.0 + 2 / 152.0 + 1 / 186.0 + 1 / 180.0 + 1 / 215.0 + 2 / 262.0) / 10,
                        within(1e-15));
        assertThat(measured.population().basis()).isEqualTo(PopulationBasis.WEIGHTS);
        assertThat(measured.population().size()).isEqualTo(1_570);
        assertThat(measured.population().populationUniques()).isNull();
        assertThat(measured.notMeasured())
                .containsExactly(new NotMeasured("population.populationUniques", NotMeasuredReason.UNEQUAL_WEIGHTS));
    }

    /** Σ_F (1/F)·C(F-1, f-1)·p^f·(1-p)^(F-f), term by term: the definition. */
    @ParameterizedTest
    @CsvSource({
        "1, 2",
        "1, 100",
        "1, 1000",
        "2, 3",
        "2, 500",
        "3, 4",
        "3, 300",
        "5, 50",
        "9, 900",
        "10, 30",
        "10, 3000",
        "40, 41",
        "40, 400"
    })
    void takesTheMeanOfTheInverseOfANegativeBinomialPopulation(int sample, double population) {
        double p = sample / population;
        double probability = Math.pow(p, sample);
        double mean = 0;
        for (int size = sample; size < 2_000_000 && (size < population || probability > 1e-18); size++) {
            mean += probability / size;
            probability *= (1 - p) * size / (size - sample + 1.0);
        }
        assertThat(IndividualRisk.exact(sample, population)).isCloseTo(mean, within(mean * 1e-9));
    }

    @Test
    void neverTakesAnIndividualRiskForLessThanThatOfTheEstimatedCell() {
        for (int sample = 1; sample < 60; sample++) {
            for (double population = sample; population < 5_000; population *= 1.7) {
                double exact = IndividualRisk.exact(sample, population);
                assertThat(exact).isBetween((1 - 1e-12) / population, (1 + 1e-12) / sample);
                // Published as an approximation from above for larger cells, within a part of it.
                assertThat(IndividualRisk.approximate(sample, population)).isGreaterThanOrEqualTo(exact * (1 - 1e-12));
            }
        }
    }

    /** The sample that a slide negative binomial population of 40 000 cells gives on average, by its definition. */
    @Test
    void findsTheUniquesOfAPopulationThatIsSlideNegativeBinomial() {
        double alpha = 0.8;
        double beta = 0.35;
        double fraction = 0.6;
        int cells = 40_000;
        double[] ofSize = new double[200];
        double probability = Math.pow(beta, alpha);
        double persons = 0;
        for (int size = 1; size < 150; size++) {
            double drawn = Math.pow(1 - fraction, size);
            for (int sample = 0; sample <= size; sample++) {
                ofSize[sample] += cells * probability * drawn;
                drawn *= (size - sample) / (sample + 1.0) * fraction / (1 - fraction);
            }
            persons += cells * probability * size;
            probability *= (alpha + size - 1) / size * (1 - beta);
        }
        TreeMap<Integer, Integer> sizes = new TreeMap<>();
        for (int sample = 1; sample < ofSize.length; sample++) {
            if (Math.round(ofSize[sample]) > 0) {
                sizes.put(sample, (int) Math.round(ofSize[sample]));
            }
        }

        double uniques = SlideNegativeBinomialModel.uniques(new SampleSizes(sizes, Math.round(persons)))
                .orElseThrow();

        // What is left is the error of the estimated number of cells.
        assertThat(uniques).isCloseTo(cells * Math.pow(beta, alpha), within(0.05 * cells * Math.pow(beta, alpha)));
    }

    @Test
    void findsTheUniquesOfASampleOfEverybody() {
        CellTable table = Rows.of(List.of("a"), null, "1\n2\n2\n3\n3\n3").table();

        PopulationMeasures measures =
                measured(table, new Population.Fraction(1)).population();

        assertThat(measures.model()).isEqualTo(PopulationModel.SLIDE_NEGATIVE_BINOMIAL);
        assertThat(measures.populationUniques()).isEqualTo(1);
        assertThat(share(measures, "zayatz")).isCloseTo(1.0 / 6, within(1e-15));
    }

    @Test
    void leavesAModelWithoutSolutionNullAndSaysSo() {
        CellTable table = Rows.of(List.of("a"), null, "1\n2\n3").table();

        PopulationRisk risk = measured(table, new Population.Size(300));

        assertThat(risk.population().estimates())
                .filteredOn(estimate -> estimate.model() == PopulationModel.PITMAN)
                .extracting("populationUniques")
                .containsExactly((Object) null);
        assertThat(risk.population().model()).isEqualTo(PopulationModel.ZAYATZ);
        assertThat(risk.notMeasured())
                .contains(new NotMeasured("population.estimates[model=PITMAN]", NotMeasuredReason.NO_SOLUTION));
    }

    @Test
    void dividesByTheFractionForTheJournalistAndTheMarketer() {
        CellTable table = Rows.of(List.of("a"), null, "1\n2\n2\n2").table();

        PopulationRisk risk = measured(table, new Population.Fraction(0.25));

        assertThat(risk.journalist()).isEqualTo(new JournalistRisk(0.25, 2 / 16.0));
        assertThat(risk.marketer()).isEqualTo(new MarketerRisk(2 / 16.0));
        assertThat(risk.population().size()).isEqualTo(16);
        assertThat(risk.population().basis()).isEqualTo(PopulationBasis.FRACTION);
    }

    @Test
    void countsInThePopulationWhereItsCellsAreKnown() {
        CellTable table = Rows.of(List.of("a", "b"), null, "1 x\n2 x\n2 x\n3 y").table();
        var cells = Map.of(List.of("x", "1"), 5L, List.of("x", "2"), 2L, List.of("y", "3"), 10L, List.of("y", "4"), 1L);

        PopulationRisk risk = measured(table, new Population.Cells(List.of("b", "a"), cells));

        assertThat(risk.journalist().maximum()).isEqualTo(1 / 2.0);
        // (1/n)·Σ f/F is above cells / ΣF.
        assertThat(risk.journalist().average()).isCloseTo((1 / 5.0 + 2 / 2.0 + 1 / 10.0) / 4, within(1e-15));
        assertThat(risk.marketer().average()).isCloseTo((1 / 5.0 + 2 / 2.0 + 1 / 10.0) / 4, within(1e-15));
        assertThat(risk.population().smallestCell()).isEqualTo(2);
        assertThat(risk.population().populationUniques()).isEqualTo(1);
        assertThat(risk.population().size()).isEqualTo(18);
        assertThat(risk.population().individualRisk()).isNull();
        assertThat(risk.notMeasured()).isEmpty();
    }

    @Test
    void startsTheJournalistFromThePopulationWhereThatIsWorse() {
        // Most of the sample is in the larger cell, so that a start from the sample does better: 0.52/101 against
        // 2/250.
        CellTable table = Rows.of(List.of("a"), null, "1\n" + "2\n".repeat(100)).table();
        var cells = Map.of(List.of("1"), 50L, List.of("2"), 200L);

        PopulationRisk risk = measured(table, new Population.Cells(List.of("a"), cells));

        assertThat(risk.marketer().average()).isCloseTo((1 / 50.0 + 100 / 200.0) / 101, within(1e-15));
        assertThat(risk.journalist().average()).isCloseTo(2 / 250.0, within(1e-15));
    }

    @Test
    void takesNoPopulationThatIsNotThatOfTheSample() {
        CellTable table = Rows.of(List.of("a"), null, "1\n2\n2").table();

        assertThat(reason(table, new Population.Cells(List.of("a"), Map.of(List.of("1"), 3L))))
                .isEqualTo(NotMeasuredReason.POPULATION_DOES_NOT_COVER_SAMPLE);
        assertThat(reason(table, new Population.Cells(List.of("a"), Map.of(List.of("1"), 3L, List.of("2"), 1L))))
                .isEqualTo(NotMeasuredReason.POPULATION_DOES_NOT_COVER_SAMPLE);
        assertThat(reason(table, new Population.Size(2))).isEqualTo(NotMeasuredReason.POPULATION_SMALLER_THAN_SAMPLE);
        assertThat(reason(table, new Population.Unknown())).isEqualTo(NotMeasuredReason.POPULATION_UNKNOWN);
    }

    @Test
    void estimatesNothingWhereTheSampleWasNotDrawnAtRandomOrCanBeKnown() {
        CellTable table = Rows.of(List.of("a"), null, "1\n2\n2").table();
        var half = new Population.Fraction(0.5);

        assertThat(reason(table, new Sample(half, Truth.FALSE, Truth.FALSE)))
                .isEqualTo(NotMeasuredReason.NOT_A_RANDOM_SAMPLE);
        assertThat(reason(table, new Sample(half, Truth.TRUE, Truth.TRUE)))
                .isEqualTo(NotMeasuredReason.MEMBERSHIP_KNOWN);
        assertThat(reason(table, Sample.NONE)).isEqualTo(NotMeasuredReason.POPULATION_UNKNOWN);
    }

    @Test
    void estimatesNothingOfPersonsInSeveralCellsNorOfCellsThatOverlap() {
        var variables = List.of(new Variable("a", Role.QUASI_IDENTIFIER), new Variable("id", Role.PERSON_KEY));
        CellTable several =
                new Rows(variables, null, List.of(List.of("1", "p"), List.of("2", "p"), List.of("2", "q"))).table();
        CellTable table = Rows.of(List.of("a"), null, "1\n2\n2").table();
        var sample = new Sample(new Population.Fraction(0.5), Truth.TRUE, Truth.FALSE);

        assertThat(reason(several, sample)).isEqualTo(NotMeasuredReason.PERSONS_IN_SEVERAL_CELLS);
        assertThat(PopulationRisk.of(
                                CellSizes.matchingAnything(table, MemoryBudget.unlimited()),
                                sample,
                                MemoryBudget.unlimited())
                        .notMeasured())
                .extracting("reason")
                .containsOnly(NotMeasuredReason.CELLS_DO_NOT_PARTITION);
    }

    @Test
    void takesEqualWeightsForASimpleRandomSample() {
        var variables = List.of(new Variable("a", Role.QUASI_IDENTIFIER), new Variable("w", Role.OTHER));
        Rows rows = new Rows(
                variables,
                "w",
                List.of(List.of("1", "4"), List.of("2", "4.0"), List.of("2", "4"), List.of("2", "4e0")));

        PopulationRisk weighted = measured(rows.table(), new Population.Weights("w"));
        PopulationRisk sized = measured(rows.table(), new Population.Size(16));

        assertThat(weighted.population().estimates())
                .isEqualTo(sized.population().estimates());
        assertThat(weighted.journalist()).isEqualTo(sized.journalist());
    }

    @Test
    void hasTheFunctionsOfItsTables() {
        // Abramowitz and Stegun, tables 6.1 and 6.3; and a recurrence far from them.
        assertThat(SpecialFunctions.digamma(1)).isCloseTo(-0.5772156649015329, within(1e-14));
        assertThat(SpecialFunctions.digamma(0.5)).isCloseTo(-1.9635100260214235, within(1e-14));
        assertThat(SpecialFunctions.digamma(1e6 + 1) - SpecialFunctions.digamma(1e6))
                .isCloseTo(1e-6, within(1e-14));
        assertThat(SpecialFunctions.digammaDifference(0.5, 3)).isCloseTo(1 / 0.5 + 1 / 1.5 + 1 / 2.5, within(1e-14));
        assertThat(SpecialFunctions.digammaDifference(1e12, 2)).isCloseTo(1e-12 + 1 / (1e12 + 1), within(1e-26));
        assertThat(SpecialFunctions.logGamma(0.5)).isCloseTo(0.5723649429247001, within(1e-14));
        assertThat(SpecialFunctions.logGamma(1)).isCloseTo(0, within(1e-14));
        assertThat(SpecialFunctions.logGamma(11)).isCloseTo(Math.log(3_628_800), within(1e-13));
    }

    private static NotMeasuredReason reason(CellTable table, Population population) {
        return reason(table, new Sample(population, Truth.TRUE, Truth.FALSE));
    }

    private static NotMeasuredReason reason(CellTable table, Sample sample) {
        PopulationRisk risk = PopulationRisk.of(CellSizes.ownCategory(table), sample, new MemoryBudget(1 << 20));
        assertThat(risk.journalist()).isNull();
        assertThat(risk.marketer()).isNull();
        assertThat(risk.population()).isNull();
        return risk.notMeasured().getFirst().reason();
    }

    private static PopulationRisk measured(CellTable table, Population population) {
        return PopulationRisk.of(
                CellSizes.ownCategory(table),
                new Sample(population, Truth.TRUE, Truth.FALSE),
                new MemoryBudget(1 << 26));
    }

    private static Rows households() throws IOException {
        JsonNode answers = cases("01_sdcpractice_10rows.json");
        List<String> quasiIdentifiers = new ArrayList<>();
        answers.get("qi").forEach(name -> quasiIdentifiers.add(name.asText()));
        List<Variable> variables = new ArrayList<>();
        answers.get("columns")
                .forEach(name -> variables.add(new Variable(
                        name.asText(), quasiIdentifiers.contains(name.asText()) ? Role.QUASI_IDENTIFIER : Role.OTHER)));
        List<List<String>> values = new ArrayList<>();
        answers.get("rows").forEach(row -> {
            List<String> fields = new ArrayList<>();
            row.forEach(field -> fields.add(field.asText()));
            values.add(fields);
        });
        return new Rows(variables, "Weight", values);
    }

    private static CellTable adult(JsonNode answers, Role ofSalary) throws IOException {
        List<Variable> variables = new ArrayList<>();
        answers.get("qi").forEach(name -> variables.add(new Variable(name.asText(), Role.QUASI_IDENTIFIER)));
        variables.add(new Variable("salary-class", ofSalary));
        try (InputStream csv = Files.newInputStream(SharedMaterial.data("adult/adult.csv"))) {
            return DatasetReader.readCsv(
                            csv,
                            new CsvDialect(';', TextEncoding.UTF_8, Optional.empty()),
                            variables,
                            IntakeLimits.DEFAULT)
                    .table();
        }
    }

    private static JsonNode cases(String name) throws IOException {
        return new ObjectMapper().readTree(Files.readAllBytes(SharedMaterial.caseFile("deid/" + name)));
    }
}
