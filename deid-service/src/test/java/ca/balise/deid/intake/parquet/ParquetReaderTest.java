package ca.balise.deid.intake.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import ca.balise.deid.intake.model.IntakeLimits;
import ca.balise.deid.intake.model.MalformedDataException;
import ca.balise.deid.intake.model.RecordSink;
import ca.balise.deid.intake.model.UncutRecords;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.problem.ProblemException.Violation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetReaderTest {

    private static final long MEMORY = 128L << 20;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "40::tinyint | 40",
                "-40::smallint | -40",
                "40::integer | 40",
                "9007199254740993::bigint | 9007199254740993",
                "18446744073709551615::ubigint | 18446744073709551615",
                "255::utinyint | 255",
                "1.50::decimal(5,2) | 1.50",
                "-0.001::decimal(18,3) | -0.001",
                "12345678901234567890123456789012345678::decimal(38,0) | 12345678901234567890123456789012345678",
                "40::double | 40.0",
                "0.1::double | 0.1",
                "0.1::float | 0.1",
                "-0.0::double | 0.0",
                "1e16::double | 1e+16",
                "'infinity'::double | inf",
                "'nan'::double | ``",
                "'nan'::float | ``",
                "true | true",
                "false | false",
                "date '2020-01-02' | 2020-01-02",
                "timestamp '2020-01-02 03:04:05' | 2020-01-02T03:04:05",
                "timestamp '2020-01-02 03:04:05.6' | 2020-01-02T03:04:05.6",
                "timestamp_ns '2020-01-02 03:04:05.000000001' | 2020-01-02T03:04:05.000000001",
                "timestamptz '2020-01-02 03:04:05+02' | 2020-01-02T01:04:05Z",
                "time '03:04:05' | 03:04:05",
                "'8df91c3a-0fe8-4eca-93f6-127f1b6c5427'::uuid | 8df91c3a-0fe8-4eca-93f6-127f1b6c5427",
                "'été \uD83D\uDE00'::varchar | été \uD83D\uDE00",
                "''::varchar | ``",
                "'a,\"b\"'::varchar | a,\"b\"",
                "null::integer | ``",
                "null::varchar | ``",
                "null | ``",
                "'a'::enum('a') | a"
            })
    void writesEachValueAsACsvWould(String value, String text) throws Exception {
        assertThat(read(write("select " + value + " as c, 'x' as d")))
                .containsExactly(List.of("c", "d"), List.of(text, "x"));
    }

    @Test
    void readsEveryRecordInItsOrder() throws Exception {
        List<List<String>> rows = read(write(
                "select i as a, 'v' || i as b, case when i % 3 = 0 then null else i end as c from range(300000) t(i)"));

        assertThat(rows).hasSize(300_001);
        for (int i = 0; i < 300_000; i += 997) {
            assertThat(rows.get(i + 1)).containsExactly("" + i, "v" + i, i % 3 == 0 ? "" : "" + i);
        }
    }

    @Test
    void readsAFileWithoutRecords() throws Exception {
        assertThat(read(write("select 1 as a where false"))).containsExactly(List.of("a"));
    }

    @Test
    void takesNamesAsTheyAre() throws Exception {
        assertThat(read(write("select 1 as \"a \"\"b\"\"; drop\", 2 as \"âge\", 3 as \"select\"")))
                .containsExactly(List.of("a \"b\"; drop", "âge", "select"), List.of("1", "2", "3"));
    }

    @Test
    void readsLongRecordsValueByValueAndNoneThatIsTooLong() throws Exception {
        Path file = write("select repeat('a', 20000) as a, null as b, repeat('é', 9000) as c, 7 as d from range(3000)");
        List<int[]> lengths = new ArrayList<>();
        reader(file, 1 << 20).feed(new OneByOne() {
            @Override
            public void header(List<String> names) {}

            @Override
            public void record(byte[] buffer, int[] starts, int[] ends, long line) {
                lengths.add(new int[] {ends[0], ends[1] - starts[1], ends[2] - starts[2], buffer[starts[3]]});
            }
        });

        assertThat(lengths)
                .hasSize(3_000)
                .allSatisfy(record -> assertThat(record).containsExactly(20_000, 0, 18_000, '7'));
        assertThatThrownBy(() -> reader(file, 30_000).feed(new Collecting()))
                .isInstanceOfSatisfying(
                        MalformedDataException.class,
                        failure -> assertThat(failure.fault()).isEqualTo(MalformedDataException.Fault.RECORD_TOO_LONG));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[1]", "{'a': 1}", "map {'a': 1}", "'x'::blob", "interval 3 days", "'{}'::json", "[{'a': 1}]"})
    void refusesByNameWhatIsNoPlainValue(String value) throws Exception {
        ProblemException problem = refused(write("select 1 as plain, " + value + " as strange"));

        assertThat(problem.type().name()).isEqualTo("UNFIT_DATA");
        assertThat(problem.violations())
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(tuple("strange", "UNSUPPORTED_COLUMN_TYPE"));
    }

    @Test
    void refusesWhatIsNoParquet() throws Exception {
        assertThat(code(refused(bytes("sex,age\nF,40\n".getBytes(StandardCharsets.US_ASCII)))))
                .isEqualTo("NOT_PARQUET");
        assertThat(code(refused(bytes(new byte[0])))).isEqualTo("NOT_PARQUET");
        assertThat(code(refused(bytes("PAR1PAR1".getBytes(StandardCharsets.US_ASCII)))))
                .isEqualTo("NOT_PARQUET");
        assertThat(code(refused(bytes("PAR1    PAR1".getBytes(StandardCharsets.US_ASCII)))))
                .isEqualTo("PARQUET_DAMAGED");
        assertThat(code(refused(bytes("PARE____PARE".getBytes(StandardCharsets.US_ASCII)))))
                .isEqualTo("PARQUET_ENCRYPTED");
    }

    @Test
    void refusesAnEncryptedFile() throws Exception {
        Path file = folder.resolve("encrypted.parquet");
        ParquetFiles.write(
                file,
                "select 1 as a",
                "encryption_config {footer_key: 'k'}",
                "set force_mbedtls_unsafe = 'true'",
                "pragma add_parquet_key('k', '0123456789112345')");

        assertThat(code(refused(file))).isEqualTo("PARQUET_ENCRYPTED");
    }

    /** Whatever happens to a file on its way, it is read as it was or refused, and the process lives. */
    @Test
    void survivesFilesThatAreCutOff() throws Exception {
        byte[] whole = Files.readAllBytes(write(SAMPLE));
        var random = new SplittableRandom(20_251_127);
        for (int i = 0; i < 80; i++) {
            byte[] cut = Arrays.copyOf(whole, random.nextInt(whole.length));
            assertThat(code(refused(bytes(cut)))).isIn("NOT_PARQUET", "PARQUET_DAMAGED");
            // With an end that looks like one.
            byte[] mended = Arrays.copyOf(cut, cut.length + 8);
            System.arraycopy(whole, whole.length - 8, mended, cut.length, 8);
            survives(mended);
        }
    }

    @Test
    void survivesFilesWithFlippedBits() throws Exception {
        byte[] whole = Files.readAllBytes(write(SAMPLE));
        var random = new SplittableRandom(20_251_128);
        for (int i = 0; i < 300; i++) {
            byte[] flipped = whole.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                // Half of them in the footer, which says where everything else is.
                int place = random.nextBoolean()
                        ? random.nextInt(whole.length)
                        : whole.length - 1 - random.nextInt(Math.min(1_500, whole.length));
                flipped[place] ^= (byte) (1 << random.nextInt(8));
            }
            survives(flipped);
        }
    }

    private static final String SAMPLE =
            "select i as a, 'secret' || (i % 7) as b, i / 3.0 as c, date '2020-01-01' + (i % 100)::integer as d from range(5000) t(i)";

    private void survives(byte[] content) throws IOException {
        Throwable failure = catchThrowable(() -> reader(bytes(content), 1 << 20).feed(new Forgetting()));
        if (failure != null) {
            assertThat(failure).isInstanceOfAny(ProblemException.class, MalformedDataException.class);
            assertThat(String.valueOf(failure.getMessage())).doesNotContain("secret", folder.toString());
        }
    }

    private List<List<String>> read(Path file) throws IOException {
        var rows = new Collecting();
        reader(file, 1 << 20).feed(rows);
        return rows.rows;
    }

    private ProblemException refused(Path file) {
        return (ProblemException) catchThrowable(() -> reader(file, 1 << 20).feed(new Collecting()));
    }

    private static String code(ProblemException problem) {
        assertThat(problem.type().name()).isEqualTo("MALFORMED_PARQUET");
        return problem.violations().getFirst().code();
    }

    private static ParquetReader reader(Path file, int recordBytes) {
        var limits = IntakeLimits.DEFAULT;
        return new ParquetReader(
                file,
                new IntakeLimits(
                        limits.columns(), recordBytes, limits.memoryBytes(), limits.dictionaries(), limits.cells()),
                MEMORY);
    }

    private Path write(String query) throws Exception {
        Path file = Files.createTempFile(folder, "test", ".parquet");
        ParquetFiles.write(file, query);
        return file;
    }

    private Path bytes(byte[] content) throws IOException {
        return Files.write(folder.resolve("made.parquet"), content);
    }

    private static final class Collecting extends OneByOne {

        private final List<List<String>> rows = new ArrayList<>();

        @Override
        public void header(List<String> names) {
            rows.add(names);
        }

        @Override
        public void record(byte[] buffer, int[] starts, int[] ends, long line) {
            assertThat(line).isEqualTo(rows.size());
            List<String> row = new ArrayList<>();
            for (int i = 0; i < starts.length; i++) {
                row.add(new String(buffer, starts[i], ends[i] - starts[i], StandardCharsets.UTF_8));
            }
            rows.add(row);
        }
    }

    private static final class Forgetting extends OneByOne {

        @Override
        public void header(List<String> names) {}

        @Override
        public void record(byte[] buffer, int[] starts, int[] ends, long line) {
            assertThat(ends[ends.length - 1]).isLessThanOrEqualTo(buffer.length);
        }
    }

    /** Records of Parquet are never still to be cut. */
    private abstract static class OneByOne implements RecordSink {

        @Override
        public final void records(UncutRecords stretch) {
            throw new AssertionError("uncut records of a Parquet file");
        }
    }
}
