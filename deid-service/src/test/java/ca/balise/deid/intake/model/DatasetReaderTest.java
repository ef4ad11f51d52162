package ca.balise.deid.intake.model;

import static ca.balise.deid.intake.model.Role.DIRECT_IDENTIFIER;
import static ca.balise.deid.intake.model.Role.OTHER;
import static ca.balise.deid.intake.model.Role.PERSON_KEY;
import static ca.balise.deid.intake.model.Role.QUASI_IDENTIFIER;
import static ca.balise.deid.intake.model.Role.SENSITIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import ca.balise.deid.cells.model.CellLimits;
import ca.balise.deid.cells.model.CellTable;
import ca.balise.deid.cells.model.ColumnProfile;
import ca.balise.deid.cells.model.DictionaryLimits;
import ca.balise.deid.cells.model.Examination;
import ca.balise.deid.cells.model.IdentifierKind;
import ca.balise.deid.cells.model.LimitExceededException;
import ca.balise.deid.intake.model.UnfitDatasetException.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetReaderTest {

    private static final Variable AGE = new Variable("age", QUASI_IDENTIFIER);
    private static final Variable SEX = new Variable("sex", QUASI_IDENTIFIER);
    private static final Variable NOTE = new Variable("note", OTHER);

    static Stream<Arguments> unfit() {
        return Stream.of(
                Arguments.of(
                        "age,town,sex,street\n",
                        List.of(AGE, SEX),
                        Fault.COLUMN_WITHOUT_ROLE,
                        List.of("town", "street")),
                Arguments.of("age\n", List.of(AGE, SEX), Fault.COLUMN_MISSING, List.of("sex")),
                Arguments.of("age,sex,age\n", List.of(AGE, SEX), Fault.COLUMN_DUPLICATE, List.of("age")),
                Arguments.of("Age,sex\n", List.of(AGE, SEX), Fault.COLUMN_MISSING, List.of("age")),
                Arguments.of("age\n1\n", List.of(AGE, AGE), Fault.VARIABLE_DUPLICATE, List.of("age")),
                Arguments.of("note\n1\n", List.of(NOTE), Fault.NO_QUASI_IDENTIFIER, List.of()),
                Arguments.of(
                        "age,a,b\n1,2,3\n",
                        List.of(AGE, new Variable("a", PERSON_KEY), new Variable("b", PERSON_KEY)),
                        Fault.SEVERAL_PERSON_KEYS,
                        List.of("a", "b")),
                Arguments.of("age\n", List.of(AGE), Fault.NO_RECORDS, List.of()),
                Arguments.of("", List.of(AGE), Fault.NO_RECORDS, List.of()));
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void refusesDataThatDoNotFitTheVariables(String csv, List<Variable> variables, Fault fault, List<String> columns) {
        assertThatExceptionOfType(UnfitDatasetException.class)
                .isThrownBy(() -> read(csv, variables))
                .satisfies(e -> {
                    assertThat(e.fault()).isEqualTo(fault);
                    assertThat(e.columns()).isEqualTo(columns);
                });
    }

    @Test
    void neverNamesTheFirstRecordOfDataWithoutAHeader() {
        assertThatExceptionOfType(UnfitDatasetException.class)
                .isThrownBy(() -> read("Tremblay,Tremblay\nRoy,Roy\n", List.of(AGE, SEX)))
                .withMessageNotContaining("Tremblay")
                .satisfies(e -> assertThat(e.columns()).containsExactly("age", "sex"));
    }

    @Test
    void takesColumnsInAnyOrder() throws IOException {
        CellTable table =
                read("note,sex,age\nx,F,30\ny,F,30\n", List.of(AGE, SEX, NOTE)).table();
        assertThat(table.cell(0).values()).containsExactly("30", "F");
        assertThat(table.size(0)).isEqualTo(2);
    }

    @Test
    void readsDataWithoutAHeaderByTheOrderOfTheVariables() throws IOException {
        Dataset dataset = DatasetReader.readCsv(
                stream("30,F\n30,F\n"),
                new CsvDialect(',', TextEncoding.UTF_8, Optional.of(List.of("age", "sex"))),
                List.of(AGE, SEX),
                IntakeLimits.DEFAULT);
        assertThat(dataset.table().records()).isEqualTo(2);
        assertThat(dataset.table().cells()).isEqualTo(1);
    }

    @Test
    void takesMissingForAValueOfItsOwn() throws IOException {
        Dataset dataset = read("age,sex\n30,\n30,F\n30,\"\"\n", List.of(AGE, SEX));
        assertThat(dataset.table().histogram()).isEqualTo(Map.of(1, 1, 2, 1));
        assertThat(dataset.profiles().get(1).missing()).isEqualTo(2);
        assertThat(dataset.profiles().get(1).distinct()).isEqualTo(1);
    }

    @Test
    void countsRecordsSuppressedWholeApartButStillProfilesThem() throws IOException {
        Dataset dataset = read("age,sex,note\n30,F,a\n*,*,b\n*,F,c\n*,*,\n", List.of(AGE, SEX, NOTE));
        assertThat(dataset.suppressedRecords()).isEqualTo(2);
        assertThat(dataset.table().records()).isEqualTo(2);
        assertThat(dataset.profiles())
                .allSatisfy(profile -> assertThat(profile.records()).isEqualTo(4));
        assertThat(dataset.profiles().get(2).distinct()).isEqualTo(3);
    }

    @Test
    void givesATableWithoutCellsWhereEveryRecordIsSuppressed() throws IOException {
        Dataset dataset = read("age\n*\n*\n", List.of(AGE));
        assertThat(dataset.table().cells()).isZero();
        assertThat(dataset.suppressedRecords()).isEqualTo(2);
    }

    @Test
    void countsAPersonOnceInACell() throws IOException {
        Dataset dataset = read(
                "age,id,ill\n30,a,x\n30,a,y\n30,b,x\n31,a,x\n",
                List.of(AGE, new Variable("id", PERSON_KEY), new Variable("ill", SENSITIVE)));
        CellTable table = dataset.table();
        assertThat(table.histogram()).isEqualTo(Map.of(1, 1, 2, 1));
        assertThat(table.records()).isEqualTo(4);
        assertThat(table.persons()).isEqualTo(2);
        assertThat(table.memberships()).isEqualTo(3);
        assertThat(table.project(List.of()).size(0)).isEqualTo(2);
    }

    @Test
    void reportsTheShareOfIdentifiersWhateverTheRole() throws IOException {
        Dataset dataset = read(
                "age,mail\n30,a@example.org\n31,a@example.org\n32,none\n33,\n",
                List.of(AGE, new Variable("mail", OTHER)));
        ColumnProfile profile = dataset.profiles().get(1);
        assertThat(profile.share(IdentifierKind.EMAIL)).hasValue(2.0 / 3);
        assertThat(profile.share(IdentifierKind.TELEPHONE)).hasValue(0);
        assertThat(profile.shareExact()).isTrue();
        assertThat(profile.distinctExact()).isTrue();
    }

    @Test
    void hasNoShareWhereEveryValueIsMissing() throws IOException {
        Dataset dataset = read("age,note\n30,\n31,\n", List.of(AGE, NOTE));
        assertThat(dataset.profiles().get(1).share(IdentifierKind.EMAIL)).isEmpty();
    }

    /** Of an almost unique column so many values are examined, whichever order they come in, and their records are all counted. */
    @ParameterizedTest
    @ValueSource(strings = {"OTHER", "DIRECT_IDENTIFIER", "SENSITIVE", "QUASI_IDENTIFIER", "PERSON_KEY"})
    void examinesTheSameValuesOfAColumnThatIsAlmostUniqueInAnyOrder(Role role) throws IOException {
        List<Variable> variables = List.of(AGE, new Variable("mail", role));
        int distinct = 4 * Examination.MAXIMUM_VALUES;
        int[] order = IntStream.range(0, distinct + 1000).toArray();
        ColumnProfile profile =
                read(mails(order, distinct), variables).profiles().get(1);
        shuffle(order, new SplittableRandom(7));
        assertThat(read(mails(order, distinct), variables).profiles().get(1)).isEqualTo(profile);

        boolean inTable = role != OTHER && role != DIRECT_IDENTIFIER;
        assertThat(profile.distinct()).isEqualTo(inTable ? distinct : Examination.MAXIMUM_VALUES);
        assertThat(profile.distinctExact()).isEqualTo(inTable);
        assertThat(profile.examination().values()).isEqualTo(Examination.MAXIMUM_VALUES);
        // Each value stands in two records, and every other one is an address.
        assertThat(profile.examination().records()).isEqualTo(2L * Examination.MAXIMUM_VALUES);
        assertThat(profile.share(IdentifierKind.EMAIL).orElseThrow()).isCloseTo(0.5, within(0.01));
        assertThat(profile.shareExact()).isFalse();
        assertThat(profile.missing()).isEqualTo(1000);
        assertThat(profile.records()).isEqualTo(2L * distinct + 1000);
    }

    /** Each value twice, far apart; the numbers past the distinct ones are records without a value. */
    private static String mails(int[] order, int distinct) {
        StringBuilder csv = new StringBuilder("age,mail\n");
        for (int i : order) {
            csv.append(i < distinct ? "30,p" + i + (i % 2 == 0 ? "@example.org\n" : "\n") : "30,\n");
        }
        for (int i : order) {
            csv.append(i < distinct ? "30,p" + i + (i % 2 == 0 ? "@example.org\n" : "\n") : "");
        }
        return csv.toString();
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int held = order[i];
            order[i] = order[other];
            order[other] = held;
        }
    }

    @Test
    void cutsTheProfilesOfLongTextsShortRatherThanTakeTheMemoryOfTheTable() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            lines.add("30," + "x".repeat(1000) + i + "," + i % 90);
        }
        IntakeLimits limits = new IntakeLimits(10, 1 << 20, 1 << 20, DictionaryLimits.DEFAULT, CellLimits.DEFAULT);
        Variable town = new Variable("town", OTHER);
        Dataset dataset = read(lines, List.of(AGE, NOTE, town), limits);
        assertThat(dataset.table().records()).isEqualTo(2000);
        assertThat(dataset.profiles().get(1).distinctExact()).isFalse();
        assertThat(dataset.profiles().get(1).distinct()).isBetween(5, 300);
        assertThat(dataset.profiles().get(2).distinctExact())
                .as("short ones beside them")
                .isTrue();
        Collections.reverse(lines);
        assertThat(read(lines, List.of(AGE, NOTE, town), limits).profiles()).isEqualTo(dataset.profiles());

        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> read(lines, List.of(AGE, new Variable("note", SENSITIVE), town), limits))
                .satisfies(e -> assertThat(e.variable()).contains("note"));
    }

    private static Dataset read(List<String> lines, List<Variable> variables, IntakeLimits limits) throws IOException {
        return DatasetReader.readCsv(
                stream("age,note,town\n" + String.join("\n", lines)), CsvDialect.DEFAULT, variables, limits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"QUASI_IDENTIFIER", "OTHER"})
    void refusesAMalformedByteWithItsLineAndColumn(Role role) {
        byte[] csv = "age,note\n30,é\n31,x\n".getBytes(StandardCharsets.UTF_8);
        csv[18] = (byte) 0xc3;
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> DatasetReader.readCsv(
                        new ByteArrayInputStream(csv),
                        CsvDialect.DEFAULT,
                        List.of(AGE, new Variable("note", role)),
                        IntakeLimits.DEFAULT))
                .satisfies(e -> {
                    assertThat(e.fault()).isEqualTo(MalformedDataException.Fault.MALFORMED_TEXT);
                    assertThat(e.line()).isEqualTo(3);
                    assertThat(e.column()).hasValue(2);
                    assertThat(e.columnName()).contains("note");
                });
    }

    @Test
    void refusesAMalformedByteAfterAColumnIsNoLongerLookedUp() {
        StringBuilder csv = new StringBuilder("age,note\n");
        IntStream.range(0, Examination.MAXIMUM_VALUES + 10)
                .forEach(i -> csv.append("30,").append(i).append('\n'));
        byte[] bytes = csv.append("30,é\n").toString().getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 2] = 'x';
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> DatasetReader.readCsv(
                        new ByteArrayInputStream(bytes), CsvDialect.DEFAULT, List.of(AGE, NOTE), IntakeLimits.DEFAULT))
                .satisfies(e -> assertThat(e.line()).isEqualTo(Examination.MAXIMUM_VALUES + 12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void doesNotDependOnBlocksNorOnTheOrderOfColumns(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        Map<List<String>, Integer> expected = new HashMap<>();
        StringBuilder csv = new StringBuilder("age;note;sex\r\n");
        StringBuilder reordered = new StringBuilder("sex;age;note\n");
        for (int i = 0; i < 3000; i++) {
            String age = Integer.toString(random.nextInt(90));
            String sex = List.of("F", "\"F\"", "M", "é;\"\"x").get(random.nextInt(4));
            String quotedSex = sex.startsWith("é") ? '"' + sex + '"' : sex;
            csv.append(age).append(";n;").append(quotedSex).append("\r\n");
            reordered.append(quotedSex).append(';').append(age).append(";n\n");
            expected.merge(
                    List.of(age, sex.replace("\"\"", "~").replace("\"", "").replace('~', '"')), 1, Integer::sum);
        }
        for (String data : List.of(csv.toString(), reordered.toString())) {
            DatasetReader reader = new DatasetReader(List.of(AGE, SEX, NOTE), IntakeLimits.DEFAULT);
            CsvScanner.scan(
                    new Trickle(data.getBytes(StandardCharsets.UTF_8), seed),
                    new CsvDialect(';', TextEncoding.UTF_8, Optional.empty()),
                    IntakeLimits.DEFAULT,
                    reader,
                    random.nextInt(16, 200));
            CellTable table = reader.dataset().table();
            Map<List<String>, Integer> sizes = new HashMap<>();
            for (int cell = 0; cell < table.cells(); cell++) {
                sizes.put(table.cell(cell).values(), table.size(cell));
            }
            assertThat(sizes).isEqualTo(expected);
        }
    }

    private static Dataset read(String csv, List<Variable> variables) throws IOException {
        return DatasetReader.readCsv(stream(csv), CsvDialect.DEFAULT, variables, IntakeLimits.DEFAULT);
    }

    private static ByteArrayInputStream stream(String csv) {
        return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    }
}
