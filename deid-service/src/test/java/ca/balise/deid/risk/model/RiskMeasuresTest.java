package ca.balise.deid.risk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ca.balise.deid.cells.model.CellSizes;
import ca.balise.deid.cells.model.CellTable;
import ca.balise.deid.intake.model.CsvDialect;
import ca.balise.deid.intake.model.DatasetReader;
import ca.balise.deid.intake.model.IntakeLimits;
import ca.balise.deid.intake.model.Role;
import ca.balise.deid.intake.model.Variable;
import ca.balise.deid.specification.model.MeasureChoices;
import ca.balise.deid.threshold.model.MinimumCellSize;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RiskMeasuresTest {

    @Test
    void countsACellOfExactlyTheMinimumAsLargeEnough() throws IOException {
        CellTable table = table("age\n" + "1\n".repeat(3) + "2\n".repeat(2), Role.OTHER);
        RiskMeasures measures = measured(table, minimum(3));
        assertThat(measures.cellsBelowMinimum()).isEqualTo(1);
        assertThat(measures.recordsBelowMinimum()).isEqualTo(2);
        assertThat(measures.recordsAboveThreshold()).isEqualTo(2);
        assertThat(measures.cellSizes()).isEqualTo(Map.of(2, 1, 3, 1));
        assertThat(measures.prosecutor()).isEqualTo(new ProsecutorRisk(1.0 / 2, 2.0 / 5, 1.0 / 3));
    }

    @Test
    void countsPersonsAndNotRecordsAgainstTheMinimum() throws IOException {
        CellTable table = table("age,id\n" + "1,a\n".repeat(20) + "2,a\n2,b\n2,c\n", Role.PERSON_KEY);
        RiskMeasures measures = measured(table, minimum(3));
        assertThat(measures.smallestCell()).isEqualTo(1);
        assertThat(measures.largestCell()).isEqualTo(3);
        assertThat(measures.uniqueCells()).isEqualTo(1);
        assertThat(measures.uniqueRecords()).isEqualTo(20);
        assertThat(measures.recordsBelowMinimum()).isEqualTo(20);
        assertThat(measures.persons()).isEqualTo(3);
        assertThat(measures.prosecutor()).isEqualTo(new ProsecutorRisk(1, 2.0 / 4, 1.0 / 3));
    }

    @Test
    void hasNoRiskAndNoSizesWhereThereIsNoCell() throws IOException {
        CellTable table = table("age,ill\n*,x\n", Role.SENSITIVE);
        RiskMeasures measures = measured(table, minimum(10));
        assertThat(measures.records()).isZero();
        assertThat(measures.smallestCell()).isNull();
        assertThat(measures.largestCell()).isNull();
        assertThat(measures.prosecutor()).isNull();
        assertThat(sensitive(table)).singleElement().satisfies(ill -> {
            assertThat(ill.distinct()).isZero();
            assertThat(ill.distinctDiversity()).isNull();
            assertThat(ill.closeness()).isNull();
        });
    }

    @Test
    void findsACellThatDisclosesThoughItIsLarge() throws IOException {
        CellTable table = table("age,ill\n" + "1,yes\n".repeat(50) + "2,yes\n2,no\n2,\n", Role.SENSITIVE);
        assertThat(sensitive(table))
                .extracting("distinct", "distinctDiversity", "homogeneousCells", "recordsInHomogeneousCells")
                .containsExactly(tuple(3, 1, 1, 50L));
    }

    @Test
    void countsTheDistinctValuesOfEachQuasiIdentifier() throws IOException {
        CellTable table = table("age,sex\n1,F\n2,F\n2,\n3,F\n", Role.QUASI_IDENTIFIER);
        assertThat(QuasiIdentifierMeasures.of(table))
                .extracting("name", "distinct")
                .containsExactly(tuple("age", 3), tuple("sex", 2));
        assertThat(QuasiIdentifierMeasures.of(
                        table.restrict(cell -> cell.value("age").equals("2"))))
                .extracting("name", "distinct")
                .containsExactly(tuple("age", 1), tuple("sex", 2));
    }

    /** The first column is a quasi-identifier, the second, if there is one, has the role given. */
    private static CellTable table(String csv, Role second) throws IOException {
        List<String> columns = List.of(csv.substring(0, csv.indexOf('\n')).split(","));
        List<Variable> variables = columns.stream()
                .map(name -> new Variable(name, name.equals(columns.getFirst()) ? Role.QUASI_IDENTIFIER : second))
                .toList();
        return DatasetReader.readCsv(
                        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                        CsvDialect.DEFAULT,
                        variables,
                        IntakeLimits.DEFAULT)
                .table();
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
