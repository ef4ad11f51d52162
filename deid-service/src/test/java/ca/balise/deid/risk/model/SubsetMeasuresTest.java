package ca.balise.deid.risk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ca.balise.deid.cells.model.CellTable;
import ca.balise.deid.cells.model.MemoryBudget;
import ca.balise.deid.intake.model.Role;
import ca.balise.deid.intake.model.Variable;
import ca.balise.deid.risk.model.SpecialUniques.MinimalUniques;
import ca.balise.deid.specification.model.MeasureChoices;
import ca.balise.deid.specification.model.MissingValues;
import ca.balise.deid.specification.model.Sample;
import ca.balise.deid.threshold.model.MinimumCellSize;
import ca.balise.kit.testing.SharedMaterial;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubsetMeasuresTest {

    private static final List<String> QUASI_IDENTIFIERS = List.of("a", "b", "c", "d");

    @ParameterizedTest
    @CsvSource({"1, 30, false", "2, 80, false", "3, 80, true", "4, 300, true", "5, 1, false"})
    void listsEveryCombinationAsIfItHadBeenReadAlone(long seed, int records, boolean withPersonKey) {
        Rows rows = Rows.random(seed, records, withPersonKey);

        List<Combination> combinations = measured(rows.table(), 4, null).combinations();

        List<Combination> expected = Rows.subsets(QUASI_IDENTIFIERS, 4).stream()
                .map(names -> combination(rows, names))
                .toList();
        assertThat(combinations).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(combinations.stream().map(combination -> combination.names().size()))
                .isSorted();
    }

    private static Combination combination(Rows rows, List<String> names) {
        var groups = rows.groups(names).values();
        long persons = groups.stream().mapToLong(rows::persons).sum();
        long alike = groups.stream()
                .mapToLong(rows::persons)
                .map(size -> size * (size - 1))
                .sum();
        return new Combination(
                names,
                groups.size(),
                groups.stream()
                        .filter(group -> rows.persons(group) == 1)
                        .mapToLong(List::size)
                        .sum(),
                groups.stream()
                        .filter(group -> rows.persons(group) < 5)
                        .mapToLong(List::size)
                        .sum(),
                (double) groups.size() / persons,
                persons > 1 ? 1 - (double) alike / (persons * (persons - 1)) : null);
    }

    @ParameterizedTest
    @CsvSource({"1, 30, false", "2, 80, false", "3, 80, true", "4, 300, true"})
    void saysWhatEachQuasiIdentifierAddsToTheOthers(long seed, int records, boolean withPersonKey) {
        Rows rows = Rows.random(seed, records, withPersonKey);
        Combination all = combination(rows, QUASI_IDENTIFIERS);

        List<QuasiIdentifierMeasures> measures =
                measured(rows.table(), null, null).quasiIdentifiers();

        for (QuasiIdentifierMeasures one : measures) {
            List<String> others = QUASI_IDENTIFIERS.stream()
                    .filter(name -> !name.equals(one.name()))
                    .toList();
            Combination without = combination(rows, others);
            assertThat(one.uniqueRecordsAdded()).isEqualTo(all.uniqueRecords() - without.uniqueRecords());
            assertThat(one.recordsBelowMinimumAdded())
                    .isEqualTo(all.recordsBelowMinimum() - without.recordsBelowMinimum());
            assertThat(one.averageRiskAdded()).isEqualTo(all.distinction() - without.distinction());
        }
        assertThat(measures).extracting("name").isEqualTo(QUASI_IDENTIFIERS);
    }

    @Test
    void saysWhatTheOnlyQuasiIdentifierAddsToNothing() {
        Rows rows = Rows.of(List.of("a"), null, "1\n1\n2");

        assertThat(measured(rows.table(), null, null).quasiIdentifiers())
                .containsExactly(new QuasiIdentifierMeasures("a", 2, 1L, 0L, 2.0 / 3 - 1.0 / 3));
    }

    @ParameterizedTest
    @CsvSource({"1, 30, false, 3", "2, 80, false, 2", "3, 80, true, 3", "4, 300, true, 3"})
    void findsTheMinimalUniquesThatTheirDefinitionNames(long seed, int records, boolean withPersonKey, int size) {
        Rows rows = Rows.random(seed, records, withPersonKey);

        SpecialUniques found = measured(rows.table(), null, size).specialUniques();

        Map<List<String>, Double> scores = new HashMap<>();
        Map<Integer, Long> uniques = new TreeMap<>();
        Map<String, Double> contributions = new HashMap<>();
        for (var cell : rows.groups(QUASI_IDENTIFIERS).entrySet()) {
            for (List<String> names : Rows.subsets(QUASI_IDENTIFIERS, size)) {
                if (rows.persons(cell.getValue()) == 1
                        && isMinimal(rows, cell.getValue().getFirst(), names)) {
                    double score = IntStream.rangeClosed(names.size(), size)
                            .mapToDouble(i -> 4 - i)
                            .reduce(1, (product, factor) -> product * factor);
                    scores.merge(cell.getKey(), score, Double::sum);
                    uniques.merge(names.size(), 1L, Long::sum);
                    names.forEach(name -> contributions.merge(name, score, Double::sum));
                }
            }
        }
        double total = scores.values().stream().mapToDouble(Double::doubleValue).sum();
        assertThat(found.minimalUniques().stream()
                        .filter(of -> of.uniques() > 0)
                        .collect(Collectors.toMap(MinimalUniques::size, MinimalUniques::uniques)))
                .isEqualTo(uniques);
        assertThat(found.records())
                .isEqualTo(scores.keySet().stream()
                        .mapToLong(
                                key -> rows.groups(QUASI_IDENTIFIERS).get(key).size())
                        .sum());
        assertThat(found.maximumScore())
                .isEqualTo(scores.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .max()
                        .orElse(0));
        found.contributions()
                .forEach(of -> assertThat(of.share())
                        .isCloseTo(contributions.getOrDefault(of.name(), 0.0) / total, within(1e-12)));
    }

    private static boolean isMinimal(Rows rows, List<String> row, List<String> names) {
        return isUnique(rows, row, names)
                && names.stream()
                        .noneMatch(left -> isUnique(
                                rows,
                                row,
                                names.stream()
                                        .filter(name -> !name.equals(left))
                                        .toList()));
    }

    private static boolean isUnique(Rows rows, List<String> row, List<String> names) {
        List<String> key = names.stream().map(name -> row.get(rows.place(name))).toList();
        return rows.persons(rows.groups(names).get(key)) == 1;
    }

    @Test
    void scoresTheTenHouseholdsAndTheExampleOfTheSudaManualAsPublished() throws IOException {
        for (String file : List.of("01_sdcpractice_10rows.json", "04_suda_book.json")) {
            JsonNode answers = new ObjectMapper().readTree(Files.readAllBytes(SharedMaterial.caseFile("deid/" + file)));
            Map<Double, Long> expected = new TreeMap<>();
            answers.get("expected").get("suda_score").forEach(score -> expected.merge(score.asDouble(), 1L, Long::sum));
            expected.remove(0.0);

            SpecialUniques found = measured(rows(answers).table(), null, null).specialUniques();

            assertThat(found.scores().stream()
                            .collect(Collectors.toMap(
                                    SpecialUniques.ScoreCount::score, SpecialUniques.ScoreCount::records)))
                    .isEqualTo(expected);
        }
    }

    private static Rows rows(JsonNode answers) {
        List<String> quasiIdentifiers = new ArrayList<>();
        (answers.has("qi") ? answers.get("qi") : answers.get("columns"))
                .forEach(name -> quasiIdentifiers.add(name.asText()));
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
        return new Rows(variables, null, values);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, true", "3, false"})
    void findsNoFewerUniquesWithOneMoreQuasiIdentifier(long seed, boolean withPersonKey) {
        List<Combination> combinations =
                measured(Rows.random(seed, 120, withPersonKey).table(), 4, null).combinations();

        for (Combination smaller : combinations) {
            for (Combination larger : combinations) {
                if (larger.names().containsAll(smaller.names())) {
                    assertThat(larger.uniqueRecords()).isGreaterThanOrEqualTo(smaller.uniqueRecords());
                    assertThat(larger.cells()).isGreaterThanOrEqualTo(smaller.cells());
                }
            }
        }
    }

    @Test
    void looksAtThreeAtATimeUnlessAskedOtherwise() {
        CellTable table = Rows.random(1, 50, false).table();

        assertThat(measured(table, null, null).combinations()).hasSize(4 + 6 + 4);
        assertThat(measured(table, 1, null).combinations()).hasSize(4);
        assertThat(measured(table, 62, 62).combinations()).hasSize(15);
        assertThat(measured(table, 62, 62).specialUniques().maximumSize()).isEqualTo(3);
        assertThat(measured(table, 62, 62).notMeasured()).isEmpty();
    }

    @Test
    void cutsDownWhatWouldTakeTooLongAndSaysSo() {
        int variables = 30;
        List<String> names =
                IntStream.range(0, variables).mapToObj(i -> "q" + i).toList();
        Rows rows = Rows.of(names, null, ("1 ".repeat(variables - 1) + "1\n") + ("2 ".repeat(variables - 1) + "2\n"));

        SubsetMeasures measures = measured(rows.table(), 10, 4);

        // 30 + 435 + 4 060 combinations are listed, and 27 405 more would be too many.
        assertThat(measures.combinations()).hasSize(4_525);
        assertThat(measures.specialUniques().maximumSize()).isEqualTo(4);
        assertThat(measures.notMeasured())
                .containsExactly(
                        new NotMeasured("combinations", NotMeasuredReason.TOO_MUCH_WORK, 3),
                        new NotMeasured(
                                "specialUniques.disSuda", NotMeasuredReason.NOT_SEARCHED_TO_THE_END, variables - 1));
    }

    @Test
    void cutsDownBySubsetsAndByTheCellsOfEach() {
        CellTable table = Rows.random(1, 50, false).table();
        int cells = table.cells();

        assertThat(new SubsetLimits(100, 100L * cells).cut(4, table)).isEqualTo(4);
        assertThat(new SubsetLimits(14, 100L * cells).cut(4, table)).isEqualTo(3);
        assertThat(new SubsetLimits(100, 14L * cells).cut(4, table)).isEqualTo(3);
        assertThat(new SubsetLimits(100, 14L * cells - 1).cut(4, table)).isEqualTo(2);
        assertThat(new SubsetLimits(3, 100L * cells).cut(4, table)).isZero();
    }

    @Test
    void leavesOutWhatThereIsNoRoomForAndSaysSo() {
        CellTable table = Rows.random(1, 200, true).table();

        SubsetMeasures measures = SubsetMeasures.of(table, MeasureChoices.DEFAULT, minimum(), new MemoryBudget(1_000));

        assertThat(measures.combinations()).isEmpty();
        assertThat(measures.specialUniques()).isNull();
        assertThat(measures.quasiIdentifiers()).extracting("distinct").doesNotContainNull();
        assertThat(measures.notMeasured())
                .extracting("reason")
                .containsOnly(NotMeasuredReason.NOT_ENOUGH_MEMORY)
                .hasSize(3);
    }

    @Test
    void givesItsMemoryBack() {
        MemoryBudget memory = new MemoryBudget(1 << 26);

        SubsetMeasures.of(Rows.random(1, 200, true).table(), MeasureChoices.DEFAULT, minimum(), memory);

        assertThat(memory.claimed()).isZero();
    }

    @Test
    void groupsManyCellsAsItGroupsFew() {
        // Beyond the places of the array, so that the hash table is used, and more than once.
        List<List<String>> values = new ArrayList<>();
        for (int i = 0; i < 30_000; i++) {
            values.add(List.of("" + i % 173, "" + i % 179, "" + i % 181));
        }
        Rows rows = new Rows(
                List.of("a", "b", "c").stream()
                        .map(name -> new Variable(name, Role.QUASI_IDENTIFIER))
                        .toList(),
                null,
                values);

        List<Combination> combinations = measured(rows.table(), 3, null).combinations();

        assertThat(combinations)
                .containsExactlyInAnyOrderElementsOf(Rows.subsets(List.of("a", "b", "c"), 3).stream()
                        .map(names -> combination(rows, names))
                        .toList());
    }

    private static SubsetMeasures measured(
            CellTable table, @Nullable Integer combinations, @Nullable Integer specialUniques) {
        var choices = new MeasureChoices(
                MissingValues.OWN_CATEGORY,
                Sample.NONE,
                combinations,
                specialUniques,
                MeasureChoices.DEFAULT_C,
                Map.of());
        return SubsetMeasures.of(table, choices, minimum(), new MemoryBudget(64 << 20));
    }

    private static MinimumCellSize minimum() {
        return new MinimumCellSize(5, MinimumCellSize.Basis.CHOSEN);
    }
}
