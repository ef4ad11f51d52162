package ca.balise.deid.intake.model;

import ca.balise.deid.cells.model.ColumnProfile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Times the examination of the values of a column, which comes once in a column while it is read: all that a column of 100 000 distinct
 * values costs, less what it costs to read them alone. Run by hand, from this module, with the test classes on the class path:
 *
 * <pre>
 * java -Xmx512m -XX:+UseSerialGC -cp target/classes:target/test-classes:KIT_REASONING_JAR \
 *     ca.balise.deid.intake.model.ExaminationBenchmark 20
 * </pre>
 */
final class ExaminationBenchmark {

    private static final int VALUES = 100_000;

    private static final List<String> NAMES = List.of(
            "Marie Tremblay", "TREMBLAY, Jean", "Luc St-Pierre", "Dr. Susan O'Brien", "Zyxwv Qrstuv", "Rose Park");

    private ExaminationBenchmark() {}

    /** @param arguments how many runs; the last half of them count */
    public static void main(String[] arguments) throws IOException {
        int runs = Integer.parseInt(arguments[0]);
        List<Content> contents = List.of(
                new Content("mixed", ExaminationBenchmark::mixed),
                new Content("numbers of nine digits", random -> digits(random, 9)),
                new Content("names", ExaminationBenchmark::name),
                new Content("codes", random -> "AB-" + digits(random, 6)),
                new Content("texts", ExaminationBenchmark::text));
        for (Content content : contents) {
            byte[] csv = csv(content.value());
            double[] milliseconds = new double[runs];
            for (int run = 0; run < runs; run++) {
                long start = System.nanoTime();
                read(csv);
                milliseconds[run] = (System.nanoTime() - start) / 1e6;
            }
            double[] warm = Arrays.copyOfRange(milliseconds, runs / 2, runs);
            Arrays.sort(warm);
            System.out.printf(
                    "%s: %.1f ms to read and examine %d distinct values, median of %d%n",
                    content.name(), warm[warm.length / 2], VALUES, warm.length);
        }
    }

    /** What a column holds. */
    private record Content(String name, Function<SplittableRandom, String> value) {}

    private static byte[] csv(Function<SplittableRandom, String> value) {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder csv = new StringBuilder("q;note\n");
        IntStream.range(0, VALUES)
                .forEach(i -> csv.append("x;").append(value.apply(random)).append('\n'));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String mixed(SplittableRandom random) {
        return switch (random.nextInt(10)) {
            case 0 -> digits(random, 9);
            case 1 -> digits(random, 10);
            case 2 -> digits(random, 16);
            case 3 -> name(random);
            case 4 -> "user" + digits(random, 6) + "@example.org";
            case 5 ->
                "%d-%02d-%02d".formatted(random.nextInt(1900, 2030), random.nextInt(1, 13), random.nextInt(1, 29));
            case 6 -> "613-555-" + digits(random, 4) + " x" + digits(random, 3);
            case 7 -> "https://example.org/" + digits(random, 8);
            case 8 -> text(random);
            default -> "192.0." + random.nextInt(256) + "." + random.nextInt(256);
        };
    }

    private static String name(SplittableRandom random) {
        return NAMES.get(random.nextInt(NAMES.size())) + "-" + word(random, 6);
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            text.append(word(random, 7)).append(' ');
        }
        return text.toString();
    }

    private static String word(SplittableRandom random, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append((char) random.nextInt('a', 'z' + 1));
        }
        return word.toString();
    }

    private static String digits(SplittableRandom random, int length) {
        StringBuilder digits = new StringBuilder().append(random.nextInt(1, 10));
        while (digits.length() < length) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private static void read(byte[] csv) throws IOException {
        List<ColumnProfile> profiles = DatasetReader.readCsv(
                        new ByteArrayInputStream(csv),
                        new CsvDialect(';', TextEncoding.UTF_8, Optional.empty()),
                        List.of(new Variable("q", Role.QUASI_IDENTIFIER), new Variable("note", Role.OTHER)),
                        IntakeLimits.DEFAULT)
                .profiles();
        if (profiles.get(1).records() != VALUES) {
            throw new AssertionError(profiles);
        }
    }
}
