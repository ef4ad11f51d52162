package ca.balise.deid.intake.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ca.balise.deid.cells.model.CellLimits;
import ca.balise.deid.cells.model.DictionaryLimits;
import ca.balise.deid.intake.model.MalformedDataException.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvScannerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b\n1,2\n3,4\n",
                "a,b\r\n1,2\r\n3,4",
                "a,b\r1,2\r3,4\r",
                "a,b\n\n1,2\n\r\n\r3,4\n\n",
                "\ufeffa,b\n1,2\n3,4"
            })
    void takesEveryLineEndAndSkipsEmptyLines(String csv) throws IOException {
        assertThat(scan(csv).rows).containsExactly(List.of("a", "b"), List.of("1", "2"), List.of("3", "4"));
    }

    @Test
    void readsDelimitersQuotesAndLineBreaksInsideQuotes() throws IOException {
        assertThat(scan("a,b\n\"1,\"\"x\"\"\r\n2\",\"\"\n").rows)
                .containsExactly(List.of("a", "b"), List.of("1,\"x\"\r\n2", ""));
    }

    @Test
    void readsAnEmptyLastField() throws IOException {
        assertThat(scan("a,b\n,\n1,").rows).containsExactly(List.of("a", "b"), List.of("", ""), List.of("1", ""));
    }

    @Test
    void readsAQuotedEmptyFieldOfASingleColumn() throws IOException {
        assertThat(scan("a\n\"\"\nx").rows).containsExactly(List.of("a"), List.of(""), List.of("x"));
    }

    @Test
    void refusesAnEmptyLineWhereItCouldBeAMissingValue() {
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> scan("a\n\"\"\n\nx"))
                .satisfies(refusal -> {
                    assertThat(refusal.fault()).isEqualTo(MalformedDataException.Fault.EMPTY_LINE);
                    assertThat(refusal.line()).isEqualTo(3);
                });
    }

    @Test
    void namesTheColumnsWhereThereIsNoHeader() throws IOException {
        CsvDialect dialect = new CsvDialect('\t', TextEncoding.UTF_8, Optional.of(List.of("x", "y")));
        CollectedRows sink = new CollectedRows();
        CsvScanner.scan(stream("1\t2"), dialect, IntakeLimits.DEFAULT, sink);
        assertThat(sink.rows).containsExactly(List.of("x", "y"), List.of("1", "2"));
    }

    @Test
    void saysOnWhichPhysicalLineARecordBegins() throws IOException {
        assertThat(scan("a,b\n1,\"x\ny\r\nz\rw\"\r\n\n2,3\r4,5").lines).containsExactly(2L, 7L, 8L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a,b~1                 | TOO_FEW_FIELDS          | 2 | 0
                    a,b~1,2~3,4,5         | TOO_MANY_FIELDS         | 3 | 0
                    a,b~1,x"y"            | QUOTE_IN_UNQUOTED_FIELD | 2 | 2
                    a,b~1, "y"            | QUOTE_IN_UNQUOTED_FIELD | 2 | 2
                    a,b~1,2~"3"x,4        | TEXT_AFTER_CLOSING_QUOTE| 3 | 1
                    a,b~1,"x~~y           | UNTERMINATED_QUOTE      | 2 | 0
                    a,b~"1~2","x""        | UNTERMINATED_QUOTE      | 2 | 0
                    a,"b                  | UNTERMINATED_QUOTE      | 1 | 0
                    """)
    void refusesWhatTheStandardGivesNoMeaningTo(String csv, Fault fault, long line, int column) {
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> scan(csv.replace('~', '\n')))
                .satisfies(e -> {
                    assertThat(e.fault()).isEqualTo(fault);
                    assertThat(e.line()).isEqualTo(line);
                    assertThat(e.column().orElse(0)).isEqualTo(column);
                });
    }

    @Test
    void namesTheColumnOfAFaultAndKeepsTheValueOut() {
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> scan("age,town\n40,Montr\"al\n"))
                .satisfies(e -> assertThat(e.columnName()).contains("town"))
                .withMessageNotContaining("Montr");
    }

    @Test
    void refusesAHeaderThatIsNoText() {
        byte[] csv = {'a', ',', (byte) 0xc3, '\n'};
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> CsvScanner.scan(
                        new ByteArrayInputStream(csv), CsvDialect.DEFAULT, IntakeLimits.DEFAULT, new CollectedRows()))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.MALFORMED_TEXT));
    }

    @ParameterizedTest
    @CsvSource({"16, 0", "65536, 0", "65536, 1", "65536, 2", "65536, 3"})
    void takesARecordOfTheGreatestLengthAndNoneLonger(int block, int emptyLines) throws IOException {
        IntakeLimits limits = limits(10, 100);
        String longest =
                "\n".repeat(emptyLines) + "a".repeat(100) + "\r\n" + "x".repeat(100) + "\r\n" + "y".repeat(100);
        CollectedRows sink = new CollectedRows();
        CsvScanner.scan(stream(longest), CsvDialect.DEFAULT, limits, sink, block);
        assertThat(sink.rows).hasSize(3);

        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> CsvScanner.scan(
                        stream(longest + "y\n"), CsvDialect.DEFAULT, limits, new CollectedRows(), block))
                .satisfies(e -> {
                    assertThat(e.fault()).isEqualTo(Fault.RECORD_TOO_LONG);
                    assertThat(e.line()).isEqualTo(3 + emptyLines);
                });
    }

    @Test
    void readsNoFurtherThanTheLimitOfARecordThatNeverEnds() {
        EndlessLine in = new EndlessLine();
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> CsvScanner.scan(in, CsvDialect.DEFAULT, IntakeLimits.DEFAULT, new CollectedRows()))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.RECORD_TOO_LONG));
        assertThat(in.given).isLessThan(2L << 20);
    }

    @Test
    void refusesMoreColumnsThanTheLimit() {
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() ->
                        CsvScanner.scan(stream("a,b,c\n"), CsvDialect.DEFAULT, limits(2, 100), new CollectedRows()))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.TOO_MANY_COLUMNS));
    }

    @ParameterizedTest
    @CsvSource({"ISO_8859_1, ISO-8859-1, é", "WINDOWS_1252, windows-1252, €", "UTF_16, UTF-16, 😀", "UTF_16, UTF-16, é"
    })
    void readsOtherEncodings(TextEncoding encoding, String charset, String letter) throws IOException {
        String csv = "année;x\n" + (letter + ";\"" + letter + "\"\n").repeat(20_000);
        CollectedRows sink = new CollectedRows();
        CsvScanner.scan(
                new ByteArrayInputStream(csv.getBytes(Charset.forName(charset))),
                new CsvDialect(';', encoding, Optional.empty()),
                IntakeLimits.DEFAULT,
                sink);
        assertThat(sink.rows).hasSize(20_001).startsWith(List.of("année", "x"), List.of(letter, letter));
        assertThat(sink.rows.subList(1, 20_001)).containsOnly(List.of(letter, letter));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 3000})
    void saysOnWhichLineAnotherEncodingIsMalformed(int line) {
        byte[] csv = ("a\n".repeat(line - 1) + "\u0081\n").getBytes(StandardCharsets.ISO_8859_1);
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> CsvScanner.scan(
                        new ByteArrayInputStream(csv),
                        new CsvDialect(',', TextEncoding.WINDOWS_1252, Optional.empty()),
                        IntakeLimits.DEFAULT,
                        new CollectedRows()))
                .satisfies(e -> {
                    assertThat(e.fault()).isEqualTo(Fault.MALFORMED_TEXT);
                    assertThat(e.line()).isEqualTo(line);
                });
    }

    @Test
    void refusesATruncatedTextOfAnotherEncoding() {
        byte[] whole = "a,b\n1,2".getBytes(StandardCharsets.UTF_16);
        byte[] truncated = Arrays.copyOf(whole, whole.length - 1);
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> CsvScanner.scan(
                        new ByteArrayInputStream(truncated),
                        new CsvDialect(',', TextEncoding.UTF_16, Optional.empty()),
                        IntakeLimits.DEFAULT,
                        new CollectedRows()))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.MALFORMED_TEXT));
    }

    @ParameterizedTest
    @ValueSource(chars = {'"', '\n', '\r', '\0', 'é'})
    void refusesADelimiterThatWouldBeAmbiguous(char delimiter) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new CsvDialect(delimiter, TextEncoding.UTF_8, Optional.empty()));
    }

    private static IntakeLimits limits(int columns, int recordBytes) {
        return new IntakeLimits(columns, recordBytes, 1 << 20, DictionaryLimits.DEFAULT, CellLimits.DEFAULT);
    }

    private static CollectedRows scan(String csv) throws IOException {
        CollectedRows sink = new CollectedRows();
        CsvScanner.scan(stream(csv), CsvDialect.DEFAULT, IntakeLimits.DEFAULT, sink);
        return sink;
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static final class EndlessLine extends InputStream {
        private long given;

        @Override
        public int read() {
            given++;
            return 'x';
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            Arrays.fill(buffer, offset, offset + length, (byte) 'x');
            given += length;
            return length;
        }
    }
}
