package ca.balise.deid.intake.model;

import ca.balise.deid.cells.model.CellTable;
import ca.balise.deid.cells.model.Helpers;
import ca.balise.deid.risk.model.Measures;
import ca.balise.deid.specification.model.MeasureChoices;
import ca.balise.deid.threshold.model.MinimumCellSize;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Times the ways from one file to its cells, in one run and interleaved: our engine on all processors and on one, its measures after
 * it, the raw pass that knows no CSV, DuckDB's bare GROUP BY, and this service over HTTP, directly and through the door. Every answer
 * is compared with the known one. Started by {@code bench/run}, by hand.
 */
final class ScoreBenchmark {

    private static final List<String> QUASI_IDENTIFIERS =
            List.of("sex", "age", "race", "marital-status", "education", "native-country", "workclass", "occupation");
    private static final String SENSITIVE = "salary-class";

    private final Path csv;
    private final Path parquet;
    private final String rawPass;
    private final Answer expected;

    /** What is known of a file: cells, cells of one record, records in cells below ten. */
    record Answer(long cells, long unique, long below) {}

    /** One way to count. */
    @FunctionalInterface
    interface Way {

        /** Answers the seconds it took; of several parts, only those that count. */
        double run() throws Exception;
    }

    private ScoreBenchmark(Path csv, Path parquet, String rawPass, Answer expected) {
        this.csv = csv;
        this.parquet = parquet;
        this.rawPass = rawPass;
        this.expected = expected;
    }

    /** Arguments: the CSV, the source of the raw pass, rounds, then the known answer. Addresses and the token are in the environment. */
    public static void main(String[] arguments) throws Exception {
        Path csv = Path.of(arguments[0]);
        Path parquet = Path.of(arguments[0].replaceFirst("\\.csv$", ".parquet"));
        var expected =
                new Answer(Long.parseLong(arguments[3]), Long.parseLong(arguments[4]), Long.parseLong(arguments[5]));
        new ScoreBenchmark(csv, parquet, arguments[1], expected).run(Integer.parseInt(arguments[2]));
    }

    private void run(int rounds) throws Exception {
        int processors = Runtime.getRuntime().availableProcessors();
        if (!Files.exists(parquet)) {
            query("copy (select * from read_csv('" + csv + "', delim=';', all_varchar=true)) to '" + parquet
                    + "' (format parquet)");
        }
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put("raw pass, " + processors + " threads", () -> rawPass(processors));
        ways.put("raw pass, 1 thread", () -> rawPass(1));
        ways.put("engine, " + processors + " threads", () -> engine(helpers(processors - 1)));
        ways.put("engine, 1 thread", () -> engine(Helpers.NONE));
        ways.put("default measures alone", () -> measures(false));
        ways.put("special uniques and all combinations alone", () -> measures(true));
        ways.put("DuckDB GROUP BY, CSV", () -> duckDb("read_csv('" + csv + "', delim=';', all_varchar=true)"));
        ways.put("DuckDB GROUP BY, Parquet", () -> duckDb("'" + parquet + "'"));
        for (String place : List.of("SERVICE", "DOOR")) {
            String address = System.getenv(place);
            if (address != null) {
                ways.put(place.toLowerCase() + " over HTTP, CSV", () -> upload(address, "text/csv", csv));
                ways.put(
                        place.toLowerCase() + " over HTTP, Parquet",
                        () -> upload(address, "application/vnd.apache.parquet", parquet));
            }
        }
        Map<String, double[]> seconds = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
            for (var way : ways.entrySet()) {
                double taken = way.getValue().run();
                // The first round warms up, and is not counted.
                if (round > 0) {
                    seconds.computeIfAbsent(way.getKey(), name -> new double[rounds])[round - 1] = taken;
                }
            }
        }
        print(seconds);
    }

    private static void print(Map<String, double[]> seconds) {
        double floor = median(seconds.values().iterator().next());
        System.out.printf("%-45s %9s %9s %9s   %s%n", "", "median s", "least", "most", "to the first");
        seconds.forEach((name, taken) -> {
            Arrays.sort(taken);
            System.out.printf(
                    "%-45s %9.3f %9.3f %9.3f   %.2f%n",
                    name, median(taken), taken[0], taken[taken.length - 1], median(taken) / floor);
        });
    }

    private static double median(double[] taken) {
        double[] sorted = taken.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private double engine(Helpers helpers) throws IOException {
        long start = System.nanoTime();
        Dataset dataset = read(helpers);
        double taken = since(start);
        require(new Answer(dataset.table().cells(), unique(dataset.table()), below(dataset.table())));
        return taken;
    }

    private double measures(boolean everything) throws IOException {
        Dataset dataset = read(Helpers.NONE);
        MeasureChoices defaults = MeasureChoices.DEFAULT;
        MeasureChoices choices = everything
                ? new MeasureChoices(
                        defaults.missingValues(),
                        defaults.sample(),
                        QUASI_IDENTIFIERS.size(),
                        QUASI_IDENTIFIERS.size(),
                        defaults.recursiveC(),
                        defaults.closeness())
                : defaults;
        long start = System.nanoTime();
        var measures = Measures.of(
                dataset.table(), new MinimumCellSize(10, MinimumCellSize.Basis.CHOSEN), choices, dataset.memory());
        double taken = since(start);
        require(new Answer(
                measures.risk().cells(),
                measures.risk().uniqueRecords(),
                measures.risk().recordsBelowMinimum()));
        return taken;
    }

    private Dataset read(Helpers helpers) throws IOException {
        List<Variable> variables = Stream.concat(
                        QUASI_IDENTIFIERS.stream().map(name -> new Variable(name, Role.QUASI_IDENTIFIER)),
                        Stream.of(new Variable(SENSITIVE, Role.SENSITIVE)))
                .toList();
        var reader = new DatasetReader(variables, null, IntakeLimits.DEFAULT, helpers, () -> {});
        try (InputStream in = Files.newInputStream(csv)) {
            CsvScanner.scan(
                    in, new CsvDialect(';', TextEncoding.UTF_8, Optional.empty()), IntakeLimits.DEFAULT, reader);
        }
        return reader.dataset();
    }

    private static long unique(CellTable table) {
        return table.histogram().getOrDefault(1, 0);
    }

    private static long below(CellTable table) {
        return table.histogram().headMap(10).entrySet().stream()
                .mapToLong(cells -> (long) cells.getKey() * cells.getValue())
                .sum();
    }

    private double duckDb(String source) throws Exception {
        String names = String.join(
                ", ", QUASI_IDENTIFIERS.stream().map(name -> '"' + name + '"').toList());
        long start = System.nanoTime();
        Answer answer = query(
                "select count(*), count(*) filter (n = 1), coalesce(sum(n) filter (n < 10), 0) from (select count(*) n from "
                        + source + " group by " + names + ")");
        double taken = since(start);
        require(answer);
        return taken;
    }

    private static Answer query(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            if (!rows) {
                return new Answer(0, 0, 0);
            }
            try (ResultSet result = statement.getResultSet()) {
                result.next();
                return result.getMetaData().getColumnCount() < 3
                        ? new Answer(0, 0, 0)
                        : new Answer(result.getLong(1), result.getLong(2), result.getLong(3));
            }
        }
    }

    /** The best of its three repetitions, the first of which warms it up. */
    private double rawPass(int threads) throws Exception {
        String output = output(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                rawPass,
                csv.toString(),
                Integer.toString(threads)));
        Matcher runs = Pattern.compile("threads: (\\d+) ms").matcher(output);
        double best = Double.MAX_VALUE;
        while (runs.find()) {
            best = Math.min(best, Long.parseLong(runs.group(1)) / 1e3);
        }
        return best;
    }

    private double upload(String address, String type, Path file) throws Exception {
        String output = output(List.of(
                "curl",
                "-sS",
                "-X",
                "POST",
                "-T",
                file.toString(),
                "-H",
                "Authorization: Bearer " + System.getenv("TOKEN"),
                "-H",
                "Content-Type: " + type,
                "-w",
                "\n%{time_total}",
                address + "/deid/v1/scores?specification=" + System.getenv("SPECIFICATION")));
        int end = output.stripTrailing().lastIndexOf('\n');
        String answer = output.substring(0, end);
        require(new Answer(
                member(answer, "cells"), member(answer, "uniqueRecords"), member(answer, "recordsBelowMinimum")));
        return Double.parseDouble(output.substring(end).strip());
    }

    private static long member(String json, String name) {
        Matcher member = Pattern.compile('"' + name + "\"\\s*:\\s*(\\d+)").matcher(json);
        if (!member.find()) {
            throw new IllegalStateException(
                    "no score: " + json.lines().findFirst().orElse(""));
        }
        return Long.parseLong(member.group(1));
    }

    private static String output(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command.getFirst() + " ended in " + process.exitValue());
        }
        return output;
    }

    private void require(Answer answer) {
        if (!answer.equals(expected)) {
            throw new IllegalStateException("counted " + answer + ", and not " + expected);
        }
    }

    private static Helpers helpers(int threads) {
        return threads == 0
                ? Helpers.NONE
                : new Helpers(
                        Executors.newFixedThreadPool(
                                threads, Thread.ofPlatform().daemon().factory()),
                        threads);
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
