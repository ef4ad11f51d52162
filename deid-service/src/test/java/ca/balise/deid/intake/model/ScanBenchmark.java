package ca.balise.deid.intake.model;

import ca.balise.deid.cells.model.Helpers;
import ca.balise.deid.risk.model.Measures;
import ca.balise.deid.risk.model.RiskMeasures;
import ca.balise.deid.specification.model.MeasureChoices;
import ca.balise.deid.threshold.model.MinimumCellSize;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Times the way from the bytes of a CSV to its risk, in one thread, beside the raw pass of {@code ../shared/tools/RawPass.java} over
 * the same file, which knows no quotes and no dictionaries. Run by hand, from this module, with the test classes on the class path:
 *
 * <pre>
 * java ../../shared/tools/ScaleUpAdult.java ../../shared/data/adult/adult.csv /tmp/adult10m.csv 10000000
 * java -Xmx512m -XX:+UseSerialGC -cp target/classes:target/test-classes:KIT_REASONING_JAR \
 *     ca.balise.deid.intake.model.ScanBenchmark /tmp/adult10m.csv ../../shared/tools/RawPass.java 5
 * rm /tmp/adult10m.csv
 * </pre>
 *
 * Expected at ten million records: 285 581 cells, 134 981 of one record, 353 296 records in cells below ten. Runs of the two are
 * interleaved; the time of the measures, which come after the reading, is printed apart; both the time on the clock and, for ours, the thread's time are printed, as the two differ on a busy machine.
 */
final class ScanBenchmark {

    static final Helpers HELPERS = Integer.getInteger("helpers", 1) == 0
            ? Helpers.NONE
            : new Helpers(
                    java.util.concurrent.Executors.newFixedThreadPool(
                            Integer.getInteger("helpers", 1),
                            Thread.ofPlatform().daemon().factory()),
                    Integer.getInteger("helpers", 1));

    private ScanBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path data = Path.of(arguments[0]);
        String rawPass = arguments[1];
        int runs = Integer.parseInt(arguments[2]);
        double[] seconds = new double[runs];
        for (int run = 0; run < runs; run++) {
            long cpu = threadTime();
            long start = System.nanoTime();
            Dataset dataset = read(data);
            seconds[run] = (System.nanoTime() - start) / 1e9;
            double threadSeconds = (threadTime() - cpu) / 1e9;
            long measuring = threadTime();
            RiskMeasures measures = Measures.of(dataset.table(), minimum(10), MeasureChoices.DEFAULT, dataset.memory())
                    .risk();
            System.out.printf("measures: %.2f s of the thread%n", (threadTime() - measuring) / 1e9);
            System.out.printf(
                    "engine: %.2f s, %.2f s of the thread; %d records, %d cells, %d unique, %d below ten%n",
                    seconds[run],
                    threadSeconds,
                    measures.records(),
                    measures.cells(),
                    measures.uniqueRecords(),
                    measures.recordsBelowMinimum());
            runRawPass(rawPass, data);
        }
        Arrays.sort(seconds);
        System.out.printf("engine, median of %d: %.2f s%n", runs, seconds[runs / 2]);
    }

    private static Dataset read(Path data) throws IOException {
        List<Variable> variables = Stream.concat(
                        Stream.of(
                                        "sex",
                                        "age",
                                        "race",
                                        "marital-status",
                                        "education",
                                        "native-country",
                                        "workclass",
                                        "occupation")
                                .map(name -> new Variable(name, Role.QUASI_IDENTIFIER)),
                        Stream.of(new Variable("salary-class", Role.SENSITIVE)))
                .toList();
        try (InputStream in = Files.newInputStream(data)) {
            var reader = new DatasetReader(variables, null, IntakeLimits.DEFAULT, HELPERS, () -> {});
            CsvScanner.scan(
                    in, new CsvDialect(';', TextEncoding.UTF_8, Optional.empty()), IntakeLimits.DEFAULT, reader);
            return reader.dataset();
        }
    }

    private static void runRawPass(String source, Path data) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        new ProcessBuilder(java.toString(), "-XX:+UseSerialGC", source, data.toString(), System.getProperty("raw", "1"))
                .inheritIO()
                .start()
                .waitFor();
    }

    private static long threadTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static MinimumCellSize minimum(int persons) {
        return new MinimumCellSize(persons, MinimumCellSize.Basis.CHOSEN);
    }
}
