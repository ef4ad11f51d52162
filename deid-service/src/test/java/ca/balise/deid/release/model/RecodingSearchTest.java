package ca.balise.deid.release.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ca.balise.deid.cells.model.CellTable;
import ca.balise.deid.cells.model.Helpers;
import ca.balise.deid.intake.model.CsvDialect;
import ca.balise.deid.intake.model.DatasetReader;
import ca.balise.deid.intake.model.IntakeLimits;
import ca.balise.deid.intake.model.Role;
import ca.balise.deid.intake.model.Variable;
import ca.balise.deid.release.model.RecodingOption.Recoding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecodingSearchTest {

    @ParameterizedTest
    @CsvSource({
        "BANDS_OF_5,              23,         20",
        "BANDS_OF_5,              -1,         -5",
        "BANDS_OF_10,             25,         20",
        "BANDS_OF_20,             39,         20",
        "MONTHS,                  2020-05-17, 2020-05",
        "YEARS,                   2020-05,    2020",
        "FORWARD_SORTATION_AREAS, k1a 0b1,    K1A",
        "POSTAL_DISTRICTS,        K1A,        K",
        "REMOVED,                 x,          *",
        "YEARS,                   '',         ''",
        "BANDS_OF_5,              *,          *",
    })
    void aGeneralisationAppliesToTheDataAndToAFinerOne(Generalisation generalisation, String value, String coarser) {
        assertThat(generalisation.of(value)).isEqualTo(coarser);
    }

    @Test
    void theValuesOfAVariableSayHowItCanBeGeneralised() {
        assertThat(Generalisation.chainFor(List.of("1", "2", "3", "4", "5", "", "-7")))
                .containsExactly(
                        Generalisation.BANDS_OF_5,
                        Generalisation.BANDS_OF_10,
                        Generalisation.BANDS_OF_20,
                        Generalisation.REMOVED);
        assertThat(Generalisation.chainFor(List.of("2020-01-01", "")))
                .containsExactly(Generalisation.MONTHS, Generalisation.YEARS, Generalisation.REMOVED);
        assertThat(Generalisation.chainFor(List.of("K1A 0B1", "H0H0H0")))
                .containsExactly(
                        Generalisation.FORWARD_SORTATION_AREAS,
                        Generalisation.POSTAL_DISTRICTS,
                        Generalisation.REMOVED);
        for (List<String> others :
                List.of(List.of("1", "2"), List.of("a", "1", "2", "3", "4", "5"), List.of(""), List.<String>of())) {
            assertThat(Generalisation.chainFor(others)).containsExactly(Generalisation.REMOVED);
        }
    }

    @Test
    void nothingIsToBeDoneWhereEveryCellIsLargeEnough() throws IOException {
        List<RecodingOption> options =
                RecodingSearch.options(table("a,b\n" + "x,y\n".repeat(4) + "x,z\n".repeat(3)), 3, Helpers.NONE);

        assertThat(options.getFirst()).isEqualTo(new RecodingOption(List.of(), 0, 2, 3, 2.0 / 7, 0, 1));
    }

    @Test
    void agesAreBandedRatherThanRemovedWhereThatIsEnough() throws IOException {
        String rows = "age,sex\n20,F\n21,F\n22,F\n30,M\n31,M\n32,M\n";

        RecodingOption best =
                RecodingSearch.options(table(rows), 3, Helpers.NONE).getFirst();

        assertThat(best.recodings()).containsExactly(new Recoding("age", Generalisation.BANDS_OF_5));
        assertThat(best.recordsSuppressed()).isZero();
        assertThat(best.smallestCell()).isEqualTo(3);
    }

    @Test
    void personsAreCountedWhereThereIsAKey() throws IOException {
        List<RecodingOption> options =
                RecodingSearch.options(table("a,key\n" + "x,1\n".repeat(9) + "y,2\ny,3\ny,4\n"), 3, Helpers.NONE);

        assertThat(options.getFirst().recordsSuppressed()).isEqualTo(9);
        assertThat(options.getFirst().cells()).isEqualTo(1);
    }

    /** Each option is done to the rows themselves, and the cells counted anew. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsPredictedIsWhatHappens(long seed) throws IOException {
        var random = new Random(seed);
        List<String> names = List.of("age", "region", "day");
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            rows.add(List.of(
                    Integer.toString(random.nextInt(40)),
                    "r" + random.nextInt(4),
                    "2020-%02d-%02d".formatted(1 + random.nextInt(3), 1 + random.nextInt(5))));
        }
        int minimum = 3 + random.nextInt(10);

        List<RecodingOption> options = RecodingSearch.options(table(csv(names, rows)), minimum, Helpers.NONE);

        assertThat(options).isNotEmpty();
        for (RecodingOption option : options) {
            Map<List<String>, Integer> cells = new HashMap<>();
            for (List<String> row : rows) {
                cells.merge(recoded(names, row, option), 1, Integer::sum);
            }
            var kept = cells.values().stream().filter(size -> size >= minimum).toList();
            assertThat(option.cells()).isEqualTo(kept.size());
            assertThat(option.smallestCell()).isEqualTo(Collections.min(kept));
            int records = kept.stream().mapToInt(size -> size).sum();
            assertThat(option.recordsSuppressed()).isEqualTo(rows.size() - records);
            assertThat(option.averageRisk()).isCloseTo((double) kept.size() / records, within(1e-15));
            assertThat(option.informationKept()).isBetween(0.0, 1.0);
        }
        assertThat(options)
                .isSortedAccordingTo((one, other) -> Double.compare(other.informationKept(), one.informationKept()));
    }

    @Test
    void theOrderOfTheRowsDoesNotMatter() throws IOException {
        var random = new Random(99);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            rows.add(List.of(Integer.toString(random.nextInt(30)), "r" + random.nextInt(5)));
        }
        var before = RecodingSearch.options(table(csv(List.of("age", "region"), rows)), 5, Helpers.NONE);
        Collections.shuffle(rows, random);

        assertThat(RecodingSearch.options(table(csv(List.of("age", "region"), rows)), 5, Helpers.NONE))
                .usingRecursiveComparison()
                .withComparatorForType((one, other) -> Math.abs(one - other) < 1e-12 ? 0 : 1, Double.class)
                .isEqualTo(before);
    }

    private static List<String> recoded(List<String> names, List<String> row, RecodingOption option) {
        List<String> recoded = new ArrayList<>(row);
        for (Recoding recoding : option.recodings()) {
            int column = names.indexOf(recoding.variable());
            recoded.set(column, recoding.to().of(row.get(column)));
        }
        return recoded;
    }

    private static String csv(List<String> names, List<List<String>> rows) {
        return String.join(",", names)
                + rows.stream().map(row -> "\n" + String.join(",", row)).collect(Collectors.joining()) + "\n";
    }

    private static CellTable table(String csv) throws IOException {
        List<Variable> variables = Arrays.stream(
                        csv.lines().findFirst().orElseThrow().split(","))
                .map(name -> new Variable(name, name.equals("key") ? Role.PERSON_KEY : Role.QUASI_IDENTIFIER))
                .toList();
        return DatasetReader.readCsv(
                        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                        CsvDialect.DEFAULT,
                        variables,
                        IntakeLimits.DEFAULT)
                .table();
    }
}
