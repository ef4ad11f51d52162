package ca.balise.deid.intake.model;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.deid.intake.model.MalformedDataException.Fault;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Our scanner against FastCSV 4.1.0, with its default settings, on random files over an alphabet chosen to hurt. The two differ where
 * FastCSV is lenient: it takes a quote in an unquoted field for a letter, and the end of the data for the end of an open quote. And
 * FastCSV is wrong where a lone CR stands in quotes: it takes the LF after the closing quote for the second half of CR LF, and the two
 * records for one. Such files are compared with what they were written from, and not with FastCSV.
 */
class CsvScannerOracleTest {

    private static final Set<Fault> WHERE_THE_ORACLE_IS_LENIENT =
            EnumSet.of(Fault.EMPTY_LINE, Fault.QUOTE_IN_UNQUOTED_FIELD, Fault.UNTERMINATED_QUOTE);
    private static final String[] ALPHABET = {"\"", "\"\"", ";", "\r", "\n", "\r\n", "a", "bc", "é", "€", "😀", " "};
    private static final String[] LINE_ENDS = {"\n", "\r\n", "\r"};
    private static final int FILES = 4_000;

    private static final Pattern LONE_CR_IN_QUOTES = Pattern.compile("\".*\r(?!\n).*\"", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readsWhatWasWrittenAndWhatTheOracleReads(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        int comparedWithTheOracle = 0;
        for (int i = 0; i < FILES; i++) {
            List<List<String>> written = rows(random);
            String csv = wellFormed(written, random);
            List<List<String>> read = ours(csv, random);
            assertThat(read).as(visible(csv)).isEqualTo(written);
            if (!LONE_CR_IN_QUOTES.matcher(csv).find()) {
                assertThat(read).as(visible(csv)).isEqualTo(oracle(csv));
                comparedWithTheOracle++;
            }
        }
        assertThat(comparedWithTheOracle).isGreaterThan(FILES / 4);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void refusesWhatTheOracleRefusesAndDiffersOnlyWhereItIsLenient(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        int accepted = 0;
        for (int i = 0; i < FILES; i++) {
            String csv = random(random, 12);
            if (LONE_CR_IN_QUOTES.matcher(csv).find()) {
                continue;
            }
            try {
                assertThat(ours(csv, random)).as(visible(csv)).isEqualTo(oracle(csv));
                accepted++;
            } catch (MalformedDataException e) {
                if (!WHERE_THE_ORACLE_IS_LENIENT.contains(e.fault())) {
                    assertThat(oracleRefuses(csv))
                            .as(e.fault() + ": " + visible(csv))
                            .isTrue();
                }
            }
        }
        assertThat(accepted).isBetween(FILES / 20, FILES - FILES / 20);
    }

    private static List<List<String>> ours(String csv, SplittableRandom random) throws IOException {
        CollectedRows sink = new CollectedRows();
        CsvScanner.scan(
                new Trickle(csv.getBytes(StandardCharsets.UTF_8), random.nextLong()),
                new CsvDialect(';', TextEncoding.UTF_8, Optional.empty()),
                IntakeLimits.DEFAULT,
                sink,
                random.nextInt(8, 40));
        return sink.rows;
    }

    private static List<List<String>> oracle(String csv) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().fieldSeparator(';').ofCsvRecord(csv)) {
            reader.forEach(row -> rows.add(row.getFields()));
        }
        return rows;
    }

    private static boolean oracleRefuses(String csv) throws IOException {
        try {
            oracle(csv);
            return false;
        } catch (CsvParseException e) {
            return true;
        }
    }

    /** Rows of equally many fields; no row of a single empty field, which would be an empty line. */
    private static List<List<String>> rows(SplittableRandom random) {
        int columns = random.nextInt(1, 5);
        List<List<String>> rows = new ArrayList<>();
        for (int row = random.nextInt(8); row > 0; row--) {
            List<String> fields = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                fields.add(random(random, 6) + (columns == 1 ? "x" : ""));
            }
            rows.add(fields);
        }
        return rows;
    }

    private static String wellFormed(List<List<String>> rows, SplittableRandom random) {
        StringBuilder csv = new StringBuilder();
        for (List<String> row : rows) {
            csv.append(row.stream().map(field -> quoted(field, random)).collect(Collectors.joining(";")));
            csv.append(LINE_ENDS[random.nextInt(LINE_ENDS.length)]);
        }
        boolean openEnd = random.nextBoolean();
        return openEnd ? csv.toString().replaceFirst("[\r\n]+$", "") : csv.toString();
    }

    private static String quoted(String field, SplittableRandom random) {
        boolean needsQuotes = field.matches("(?s).*[\";\r\n].*");
        return needsQuotes || random.nextInt(4) == 0 ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }

    private static String random(SplittableRandom random, int bound) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(bound); i > 0; i--) {
            text.append(ALPHABET[random.nextInt(ALPHABET.length)]);
        }
        return text.toString();
    }

    private static String visible(String csv) {
        return csv.replace("\r", "␍").replace("\n", "␊");
    }
}
