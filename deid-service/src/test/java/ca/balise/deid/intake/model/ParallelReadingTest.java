package ca.balise.deid.intake.model;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.deid.cells.model.CellLimits;
import ca.balise.deid.cells.model.CellTable;
import ca.balise.deid.cells.model.DictionaryLimits;
import ca.balise.deid.cells.model.Helpers;
import ca.balise.deid.cells.model.LimitExceededException;
import ca.balise.deid.cells.model.ValueCounts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is read does not depend on how many threads read it, in stretches of which length, nor on the order of records and columns; and
 * what is wrong with it is said of the same line.
 */
@Timeout(120)
class ParallelReadingTest {

    private static final List<Variable> VARIABLES = List.of(
            new Variable("person", Role.PERSON_KEY),
            new Variable("age", Role.QUASI_IDENTIFIER),
            new Variable("town", Role.QUASI_IDENTIFIER),
            new Variable("ill", Role.SENSITIVE),
            new Variable("weight", Role.OTHER),
            new Variable("note", Role.OTHER));

    private static ExecutorService pool;

    @BeforeAll
    static void startPool() {
        pool = Executors.newFixedThreadPool(3);
    }

    @AfterAll
    static void endPool() {
        pool.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void readsTheSameOnAnyNumberOfThreadsInAnyOrder(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<String>> records = records(random, 3_000);
        String expected = describe(read(csv(records, List.of(0, 1, 2, 3, 4, 5), random), Helpers.NONE, 1 << 17));
        for (int run = 0; run < 12; run++) {
            List<List<String>> shuffled = new ArrayList<>(records);
            Collections.shuffle(shuffled, new Random(seed + run));
            List<Integer> columns = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));
            Collections.shuffle(columns, new Random(seed - run));
            Helpers helpers = new Helpers(pool, random.nextInt(4));
            String read = describe(read(csv(shuffled, columns, random), helpers, random.nextInt(64, 5_000)));
            assertThat(read).isEqualTo(expected);
        }
    }

    /** Bytes drawn from an alphabet that hurts, so that most files are malformed, at any place and in several at once. */
    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9, 10})
    void findsTheSameFaultOnAnyNumberOfThreads(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        int faults = 0;
        for (int file = 0; file < 400; file++) {
            byte[] csv = csv(records(random, random.nextInt(5, 60)), List.of(0, 1, 2, 3, 4, 5), random)
                    .getBytes(StandardCharsets.UTF_8);
            for (int harm = random.nextInt(4); harm > 0; harm--) {
                int at = random.nextInt(40, csv.length);
                csv[at] = List.of((byte) '"', (byte) ';', (byte) '\n', (byte) '\r', (byte) 0xc3, (byte) 'x')
                        .get(random.nextInt(6));
            }
            String expected = outcome(csv, Helpers.NONE, 1 << 17);
            for (int run = 0; run < 4; run++) {
                int stretch = random.nextInt(8, 200);
                Helpers helpers = new Helpers(pool, random.nextInt(4));
                assertThat(outcome(csv, helpers, stretch)).isEqualTo(expected);
            }
            faults += expected.contains(" on line ") ? 1 : 0;
        }
        assertThat(faults).isBetween(50, 390);
    }

    /** Whether data are too large is told by what they hold, not by who read what first. */
    @ParameterizedTest
    @ValueSource(ints = {90, 100, 110})
    void reachesALimitOfCellsOnAnyNumberOfThreads(int cells) {
        StringBuilder csv = new StringBuilder("person;age;town;ill;weight;note\n");
        for (int i = 0; i < 1_000; i++) {
            csv.append("p;").append(i % cells).append(";T;i;1;n\n");
        }
        byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
        for (int threads = 0; threads < 4; threads++) {
            String outcome = limited(bytes, new Helpers(pool, threads));
            assertThat(outcome).isEqualTo(cells > 100 ? "TOO_MANY_CELLS" : "read");
        }
    }

    private static String limited(byte[] csv, Helpers helpers) {
        IntakeLimits limits = new IntakeLimits(
                10, 1 << 20, 1 << 24, DictionaryLimits.DEFAULT, new CellLimits(100, Integer.MAX_VALUE));
        DatasetReader reader = new DatasetReader(VARIABLES, null, limits, helpers, () -> {});
        try {
            CsvScanner.scan(new ByteArrayInputStream(csv), semicolons(), limits, reader, 64);
            reader.dataset();
            return "read";
        } catch (LimitExceededException exceeded) {
            return exceeded.limit().name();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String outcome(byte[] csv, Helpers helpers, int stretch) throws IOException {
        try {
            return describe(read(csv, helpers, stretch));
        } catch (MalformedDataException malformed) {
            return malformed.getMessage() + malformed.columnName();
        } catch (UnfitDatasetException unfit) {
            return unfit.getMessage();
        }
    }

    private static Dataset read(String csv, Helpers helpers, int stretch) throws IOException {
        return read(csv.getBytes(StandardCharsets.UTF_8), helpers, stretch);
    }

    private static Dataset read(byte[] csv, Helpers helpers, int stretch) throws IOException {
        DatasetReader reader = new DatasetReader(VARIABLES, "weight", IntakeLimits.DEFAULT, helpers, () -> {});
        CsvScanner.scan(new Trickle(csv, 1), semicolons(), IntakeLimits.DEFAULT, reader, stretch);
        return reader.dataset();
    }

    private static CsvDialect semicolons() {
        return new CsvDialect(';', TextEncoding.UTF_8, Optional.empty());
    }

    private static List<List<String>> records(SplittableRandom random, int count) {
        List<List<String>> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean suppressed = random.nextInt(30) == 0;
            records.add(List.of(
                    "p" + random.nextInt(count),
                    suppressed ? "*" : Integer.toString(random.nextInt(20)),
                    suppressed
                            ? "*"
                            : List.of("Québec", "Gatineau", "", "L\"Anse", "*").get(random.nextInt(5)),
                    List.of("flu", "cold; bad", "line\nbreak", "none").get(random.nextInt(4)),
                    Integer.toString(random.nextInt(1, 4)),
                    "x".repeat(random.nextInt(40))));
        }
        return records;
    }

    private static String csv(List<List<String>> records, List<Integer> order, SplittableRandom random) {
        StringBuilder csv = new StringBuilder();
        List<String> names = VARIABLES.stream().map(Variable::name).toList();
        line(csv, names, order, random);
        records.forEach(record -> line(csv, record, order, random));
        return csv.toString();
    }

    private static void line(StringBuilder csv, List<String> record, List<Integer> order, SplittableRandom random) {
        for (int i = 0; i < order.size(); i++) {
            String field = record.get(order.get(i));
            boolean needsQuotes = field.matches("(?s).*[\";\r\n].*");
            csv.append(i == 0 ? "" : ";")
                    .append(needsQuotes || random.nextInt(9) == 0 ? '"' + field.replace("\"", "\"\"") + '"' : field);
        }
        csv.append(List.of("\n", "\r\n", "\r", "\n\n").get(random.nextInt(4)));
    }

    /** All that a data set holds, in an order of its own. */
    private static String describe(Dataset dataset) {
        CellTable table = dataset.table();
        Map<String, String> cells = new TreeMap<>();
        for (int cell = 0; cell < table.cells(); cell++) {
            Map<String, Integer> values = new TreeMap<>();
            count(table.sensitive("ill"), cell, values);
            count(table.weights().orElseThrow(), cell, values);
            cells.put(
                    table.cell(cell).values().toString(),
                    table.size(cell) + " persons, " + table.records(cell) + " records, " + values);
        }
        Map<String, String> profiles = new TreeMap<>();
        dataset.profiles().forEach(profile -> profiles.put(profile.name(), profile.toString()));
        return cells + " suppressed " + dataset.suppressedRecords() + " " + profiles;
    }

    private static void count(ValueCounts counts, int cell, Map<String, Integer> values) {
        for (int entry = counts.start(cell); entry < counts.end(cell); entry++) {
            values.merge(
                    counts.variable() + counts.dictionary().value(counts.code(entry)),
                    counts.count(entry),
                    Integer::sum);
        }
    }
}
