package ca.balise.deid.risk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import ca.balise.deid.cells.model.Cell;
import ca.balise.deid.cells.model.CellSizes;
import ca.balise.deid.cells.model.CellTable;
import ca.balise.deid.cells.model.MemoryBudget;
import ca.balise.deid.intake.model.CsvDialect;
import ca.balise.deid.intake.model.Dataset;
import ca.balise.deid.intake.model.DatasetReader;
import ca.balise.deid.intake.model.IntakeLimits;
import ca.balise.deid.intake.model.Role;
import ca.balise.deid.intake.model.TextEncoding;
import ca.balise.deid.intake.model.Variable;
import ca.balise.deid.specification.model.MeasureChoices;
import ca.balise.deid.threshold.model.MinimumCellSize;
import ca.balise.kit.testing.SharedMaterial;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The answers that others have published, or that were measured with other tools, for the cases of the shared folder. */
class KnownAnswersTest {

    private static final int MINIMUM = 10;

    @Test
    void scoresTheAdultDataSetAsArxDoes() throws IOException {
        JsonNode answers = cases("10_arx_adult.json");
        JsonNode expected = answers.get("expected_8qi");
        List<Variable> variables = new ArrayList<>();
        answers.get("qi").forEach(name -> variables.add(new Variable(name.asText(), Role.QUASI_IDENTIFIER)));
        variables.add(new Variable("salary-class", Role.SENSITIVE));
        RiskMeasures measures;
        CellTable table;
        try (InputStream csv = Files.newInputStream(SharedMaterial.data("adult/adult.csv"))) {
            table = DatasetReader.readCsv(
                            csv,
                            new CsvDialect(';', TextEncoding.UTF_8, Optional.empty()),
                            variables,
                            IntakeLimits.DEFAULT)
                    .table();
            measures = measured(table, minimum(MINIMUM));
        }

        assertThat(measures.records()).isEqualTo(expected.get("records").asLong());
        assertThat(measures.cells()).isEqualTo(expected.get("classes").asInt());
        assertThat(measures.uniqueRecords())
                .isEqualTo(expected.get("sample_uniques").asLong());
        assertThat(measures.prosecutor().average())
                .isCloseTo(expected.get("avg_risk").asDouble(), relative(0.6));
        assertThat(measures.prosecutor().maximum())
                .isEqualTo(expected.get("max_risk").asDouble());
        assertThat(measures.prosecutor().minimum())
                .isEqualTo(expected.get("min_risk").asDouble());
        assertThat(measures.largestCell())
                .isEqualTo(expected.get("records_at_min_risk").asInt());
        assertThat(measures.smallestCell()).isEqualTo(1);
        expected.get("hist")
                .properties()
                .forEach(entry -> assertThat(measures.cellSizes())
                        .containsEntry(
                                Integer.valueOf(entry.getKey()),
                                entry.getValue().asInt()));
        expected.get("records_risk_gt").properties().forEach(entry -> {
            int minimum = Integer.parseInt(entry.getKey().replaceAll(".*n<(\\d+).*", "$1"));
            assertThat(measured(table, minimum(minimum)).recordsAboveThreshold())
                    .isEqualTo(entry.getValue().asLong());
        });
    }

    @Test
    void countsTheTenHouseholdsOfTheSdcPracticeGuide() throws IOException {
        JsonNode answers = cases("01_sdcpractice_10rows.json");
        CellTable table = read(answers).table();
        assertThat(byRow(answers, sizes(table)))
                .isEqualTo(integers(answers.get("expected").get("fk")));
        assertThat(byRow(answers, diversities(table, "Health")))
                .isEqualTo(integers(answers.get("expected").get("distinct_l")));
        assertThat(measured(table, minimum(3)).uniqueRecords())
                .isEqualTo(answers.get("expected").get("sample_uniques").asLong());
        assertThat(sensitive(table))
                .extracting("name", "distinct", "distinctDiversity", "homogeneousCells", "recordsInHomogeneousCells")
                .containsExactly(tuple("Health", 2, 1, 5, 6L));
    }

    @Test
    void sharesTheRiskOfTheTenHouseholdsOutAsTheSdcPracticeGuideDoes() throws IOException {
        JsonNode answers = cases("01_sdcpractice_10rows.json");
        Map<Double, Long> expected = new TreeMap<>();
        answers.get("expected").get("dis_suda_4dp").forEach(score -> expected.merge(score.asDouble(), 1L, Long::sum));
        expected.remove(0.0);

        SubsetMeasures measures = subsets(read(answers).table());

        DisSuda found = measures.specialUniques().disSuda();
        Map<Double, Long> rounded = new TreeMap<>();
        found.scores().forEach(of -> rounded.merge(Math.round(of.score() * 1e4) / 1e4, of.records(), Long::sum));
        assertThat(rounded).isEqualTo(expected);
        assertThat(found.samplingFraction()).isEqualTo(0.01);
        assertThat(found.samplingFractionAssumed()).isTrue();
        assertThat(found.dis()).isCloseTo(0.04 / (0.04 + 6 * 0.99), within(1e-15));
    }

    /** The contributions that sdcMicro 5.3.1 and later give, in percent; issues 275 and 356 of its repository. */
    @Test
    void sharesTheScoreOutAmongTheVariablesAsSdcMicroDoes() throws IOException {
        assertThat(contributions("a,b,c\n2,0,0\n1,3,6\n1,0,0\n")).containsExactly(50.0, 37.5, 37.5);
        assertThat(contributions("Var1,Var2,Var3\nA,X,P\nB,X,Q\nA,Y,Q\nC,Z,R\nB,Y,R\nA,X,P\nB,Z,Q\n"))
                .containsExactly(61.53846, 69.23077, 53.84615);
    }

    private static List<Double> contributions(String csv) throws IOException {
        List<Variable> variables = Stream.of(csv.substring(0, csv.indexOf('\n')).split(","))
                .map(name -> new Variable(name, Role.QUASI_IDENTIFIER))
                .toList();
        return subsets(read(csv, variables).table()).specialUniques().contributions().stream()
                .map(of -> Math.round(of.share() * 1e7) / 1e5)
                .toList();
    }

    private static SubsetMeasures subsets(CellTable table) {
        return SubsetMeasures.of(table, MeasureChoices.DEFAULT, minimum(MINIMUM), MemoryBudget.unlimited());
    }

    @Test
    void takesAMissingValueForACategoryAsSdcMicroDoesHere() throws IOException {
        JsonNode answers = cases("12_ldiversity_na.json");
        CellTable table = read(answers).table();
        assertThat(byRow(answers, diversities(table, "sensitive")))
                .isEqualTo(integers(answers.get("expected").get("distinct_l")));
        assertThat(sensitive(table))
                .extracting("name", "distinct", "distinctDiversity", "homogeneousCells")
                .containsExactly(tuple("sensitive", 3, 2, 0));
    }

    @Test
    void computesTheRiskOfTheNotice() throws IOException {
        for (JsonNode answer : cases("14_tbs_notice.json").get("expected")) {
            if (answer.has("risk")) {
                int size = answer.get("cell").asInt();
                RiskMeasures measures = measured(
                        read("age\n" + "40\n".repeat(size), List.of(new Variable("age", Role.QUASI_IDENTIFIER)))
                                .table(),
                        minimum(size));
                assertThat(minimum(size).riskThreshold())
                        .isEqualTo(answer.get("risk").asDouble());
                assertThat(measures.prosecutor().maximum())
                        .isEqualTo(answer.get("risk").asDouble());
                assertThat(measures.recordsAboveThreshold()).isZero();
            }
        }
    }

    @Test
    void leavesSuppressedRowsOutOfTheCells() throws IOException {
        JsonNode answers = cases("17_arx_suppressed_star_rows.json");
        JsonNode expected = answers.get("expected_excluding_suppressed_row");
        Dataset dataset = read(
                "a,b,c\n" + csv(answers.get("rows")),
                List.of(
                        new Variable("a", Role.QUASI_IDENTIFIER),
                        new Variable("b", Role.QUASI_IDENTIFIER),
                        new Variable("c", Role.QUASI_IDENTIFIER)));
        RiskMeasures measures = measured(dataset.table(), minimum(3));
        assertThat(dataset.suppressedRecords()).isEqualTo(1);
        assertThat(measures.cells()).isEqualTo(expected.get("classes").asInt());
        assertThat(measures.cellSizes())
                .isEqualTo(Map.of(expected.get("all_size").asInt(), measures.cells()));
        assertThat(measures.prosecutor().average())
                .isEqualTo(expected.get("avg_risk").asDouble());
        assertThat(measures.prosecutor().maximum())
                .isEqualTo(expected.get("highest").asDouble());
        assertThat(measures.uniqueRecords())
                .isEqualTo(expected.get("uniqueness").asLong());
    }

    /** Last columns sensitive, the others quasi-identifiers where the case names no roles. */
    private static Dataset read(JsonNode answers) throws IOException {
        List<String> columns = new ArrayList<>();
        answers.get("columns").forEach(column -> columns.add(column.asText()));
        List<String> quasiIdentifiers = new ArrayList<>();
        if (answers.has("qi")) {
            answers.get("qi").forEach(name -> quasiIdentifiers.add(name.asText()));
        } else {
            quasiIdentifiers.addAll(columns.subList(0, columns.size() - 1));
        }
        List<Variable> variables = columns.stream()
                .map(name -> new Variable(name, role(name, quasiIdentifiers, columns.getLast())))
                .toList();
        return read(String.join(",", columns) + "\n" + csv(answers.get("rows")), variables);
    }

    private static Role role(String name, List<String> quasiIdentifiers, String sensitive) {
        if (quasiIdentifiers.contains(name)) {
            return Role.QUASI_IDENTIFIER;
        }
        return name.equals(sensitive) ? Role.SENSITIVE : Role.OTHER;
    }

    private static Dataset read(String csv, List<Variable> variables) throws IOException {
        return DatasetReader.readCsv(
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                CsvDialect.DEFAULT,
                variables,
                IntakeLimits.DEFAULT);
    }

    private static String csv(JsonNode rows) {
        StringBuilder csv = new StringBuilder();
        for (JsonNode row : rows) {
            List<String> fields = new ArrayList<>();
            row.forEach(field -> fields.add(field.isNull() ? "" : field.asText()));
            csv.append(String.join(",", fields)).append('\n');
        }
        return csv.toString();
    }

    private static Map<List<String>, Integer> sizes(CellTable table) {
        Map<List<String>, Integer> sizes = new HashMap<>();
        for (int cell = 0; cell < table.cells(); cell++) {
            sizes.put(table.cell(cell).values(), table.size(cell));
        }
        return sizes;
    }

    private static Map<List<String>, Integer> diversities(CellTable table, String sensitive) {
        Map<List<String>, Integer> diversities = new HashMap<>();
        for (int cell = 0; cell < table.cells(); cell++) {
            Cell view = table.cell(cell);
            diversities.put(view.values(), table.sensitive(sensitive).distinct(cell));
        }
        return diversities;
    }

    /** What the table says of each row of the case, found by the row's leading values. */
    private static List<Integer> byRow(JsonNode answers, Map<List<String>, Integer> byCell) {
        int width = byCell.keySet().iterator().next().size();
        List<Integer> values = new ArrayList<>();
        for (JsonNode row : answers.get("rows")) {
            List<String> key = new ArrayList<>();
            for (int i = 0; i < width; i++) {
                key.add(row.get(i).isNull() ? "" : row.get(i).asText());
            }
            values.add(byCell.get(key));
        }
        return values;
    }

    private static List<Integer> integers(JsonNode array) {
        List<Integer> integers = new ArrayList<>();
        array.forEach(element -> integers.add(element.asInt()));
        return integers;
    }

    private static Offset<Double> relative(double magnitude) {
        return within(magnitude * 1e-12);
    }

    private static JsonNode cases(String name) throws IOException {
        return new ObjectMapper().readTree(Files.readAllBytes(SharedMaterial.caseFile("deid/" + name)));
    }

    private static RiskMeasures measured(CellTable table, MinimumCellSize minimum) {
        return RiskMeasures.of(CellSizes.ownCategory(table), minimum);
    }

    private static List<SensitiveMeasures> sensitive(CellTable table) {
        return SensitiveRisk.of(table, MeasureChoices.DEFAULT).variables();
    }

    private static MinimumCellSize minimum(int persons) {
        return new MinimumCellSize(persons, MinimumCellSize.Basis.CHOSEN);
    }
}
