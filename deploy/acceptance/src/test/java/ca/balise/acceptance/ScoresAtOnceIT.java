package ca.balise.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThan;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * As many scores as the service takes at once, and one more, in the heap of 512 MiB that {@code ./suite up} gives it: all that are let in
 * are brought to their end, whoever is not is told to come back, and nothing ends the process.
 */
@ExtendWith(RunningSuite.class)
class ScoresAtOnceIT {

    private static final int AT_ONCE = 4;
    private static final int MILLION = 1_000_000;

    /** How many times as long as alone each of them may take. */
    private static final double LONGEST = 4.5;

    private static final String SPECIFICATION = """
            {"variables": [{"name": "sex", "role": "QUASI_IDENTIFIER"}, {"name": "age", "role": "QUASI_IDENTIFIER"},
                           {"name": "region", "role": "QUASI_IDENTIFIER"}, {"name": "work", "role": "QUASI_IDENTIFIER"},
                           {"name": "school", "role": "QUASI_IDENTIFIER"}, {"name": "home", "role": "QUASI_IDENTIFIER"},
                           {"name": "born", "role": "QUASI_IDENTIFIER"}, {"name": "job", "role": "QUASI_IDENTIFIER"},
                           {"name": "income", "role": "SENSITIVE"}]}""";

    private static String specification;
    private static String unique;

    @BeforeAll
    static void describe() {
        specification = keep(SPECIFICATION);
        unique = keep("""
                {"variables": [{"name": "a", "role": "QUASI_IDENTIFIER"}, {"name": "b", "role": "QUASI_IDENTIFIER"}]}""");
    }

    @Test
    void takesFourAndTellsTheFifthToComeBack() throws Exception {
        long process = process();
        var goOn = new CountDownLatch(1);
        List<CompletableFuture<HttpResponse<String>>> scores = new ArrayList<>();
        try (HttpClient client = client()) {
            for (int i = 0; i < AT_ONCE; i++) {
                scores.add(client.sendAsync(
                        upload(specification, () -> new Rows(MILLION, ScoresAtOnceIT::row, goOn)),
                        BodyHandlers.ofString()));
            }
            awaitRunning(AT_ONCE);

            for (String preference : List.of("wait=1", "respond-async")) {
                given().auth()
                        .oauth2(RunningSuite.token("alice"))
                        .header("Prefer", preference)
                        .contentType("text/csv")
                        .body("sex\n")
                        .post(RunningSuite.door() + "/deid/v1/scores?specification=" + specification)
                        .then()
                        .statusCode(503)
                        .header("Retry-After", Integer::parseInt, greaterThan(0));
            }
            goOn.countDown();

            for (var score : scores) {
                HttpResponse<String> answer = score.get();
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                assertThat(answer.body()).contains("\"records\":1000000").doesNotContain("NOT_ENOUGH_MEMORY");
            }
        }
        assertThat(process()).as("the process is the same").isEqualTo(process);
    }

    @Test
    void takesNoneOfFourMuchLongerThanOneAlone() throws Exception {
        try (HttpClient client = client()) {
            time(client, 1);
            double alone = time(client, 1).getFirst();
            List<Double> together = time(client, AT_ONCE);

            System.out.printf("a million records: alone %.2f s, four at once %s s%n", alone, together);
            assertThat(together).allSatisfy(seconds -> assertThat(seconds).isLessThanOrEqualTo(LONGEST * alone));
        }
    }

    /** Ten million cells: more than one score may hold, and said as soon as it is known. */
    @Test
    void saysThatNearUniqueDataAreTooMuch() throws Exception {
        long process = process();
        try (HttpClient client = client()) {
            HttpResponse<String> answer = client.send(
                    upload(
                            unique,
                            () -> new Rows(
                                    10 * MILLION,
                                    (i, random) -> i == 0 ? "a,b\n" : i + "," + (i * 7919L) + "\n",
                                    null)),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body())
                    .containsAnyOf("TOO_MANY_CELLS", "TOO_MANY_VALUE_BYTES", "TOO_MANY_DISTINCT_VALUES");
        }
        assertThat(process()).isEqualTo(process);
    }

    private static List<Double> time(HttpClient client, int scores) {
        long begin = System.nanoTime();
        List<CompletableFuture<Double>> seconds = new ArrayList<>();
        for (int i = 0; i < scores; i++) {
            seconds.add(client.sendAsync(
                            upload(specification, () -> new Rows(MILLION, ScoresAtOnceIT::row, null)),
                            BodyHandlers.ofString())
                    .thenApply(answer -> {
                        assertThat(answer.statusCode()).isEqualTo(200);
                        return (System.nanoTime() - begin) / 1e9;
                    }));
        }
        return seconds.stream().map(CompletableFuture::join).toList();
    }

    private static String row(long i, SplittableRandom random) {
        if (i == 0) {
            return "sex,age,region,work,school,home,born,job,income\n";
        }
        // Most people are alike: about a hundred thousand cells.
        int kind = random.nextInt(1, 400) * random.nextInt(1, 400);
        return (kind % 2 == 0 ? "F," : "M,") + (18 + kind % 70) + ",R" + kind % 13 + ",W" + kind % 9 + ",S" + kind % 16
                + ",H" + kind % 5 + ",C" + kind % 42 + ",J" + kind % 15
                + (random.nextInt(4) == 0 ? ",high\n" : ",low\n");
    }

    private static HttpRequest upload(String named, Supplier<InputStream> body) {
        return HttpRequest.newBuilder(URI.create(RunningSuite.door() + "/deid/v1/scores?specification=" + named))
                .header("Authorization", "Bearer " + RunningSuite.token("alice"))
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofInputStream(body))
                .build();
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private static String keep(String described) {
        return given().auth()
                .oauth2(RunningSuite.token("alice"))
                .contentType("application/json")
                .body(described)
                .post(RunningSuite.door() + "/deid/v1/specifications")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void awaitRunning(int scores) {
        Instant end = Instant.now().plusSeconds(30);
        while (metric("balise_scores_running") != scores) {
            assertThat(Instant.now()).as("the scores do not begin").isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static long process() {
        return (long) metric("process_start_time_seconds");
    }

    private static double metric(String name) {
        String all = given().get(RunningSuite.management("deid") + "/q/metrics").asString();
        Matcher found =
                Pattern.compile("(?m)^" + name + "(?:\\{[^}]*})? (\\S+)$").matcher(all);
        assertThat(found.find()).as(name).isTrue();
        return Double.parseDouble(found.group(1));
    }

    /** One line for the header and one for each record. */
    @FunctionalInterface
    private interface Line {
        String of(long number, SplittableRandom random);
    }

    /** Records made as they are sent; after a thousand of them it may wait for a word. */
    private static final class Rows extends InputStream {

        private static final int BATCH = 1_000;

        private final long count;
        private final Line line;
        private final CountDownLatch goOn;
        private final SplittableRandom random = new SplittableRandom(20_251_127);
        private long next;
        private byte[] batch = new byte[0];
        private int at;

        Rows(long count, Line line, CountDownLatch goOn) {
            this.count = count;
            this.line = line;
            this.goOn = goOn;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (at == batch.length && !fill()) {
                return -1;
            }
            int read = Math.min(length, batch.length - at);
            System.arraycopy(batch, at, buffer, offset, read);
            at += read;
            return read;
        }

        private boolean fill() throws IOException {
            if (next > count) {
                return false;
            }
            if (next > BATCH && goOn != null) {
                try {
                    goOn.await();
                } catch (InterruptedException stopped) {
                    throw new IOException(stopped);
                }
            }
            var made = new StringBuilder();
            for (int i = 0; i < BATCH && next <= count; i++) {
                made.append(line.of(next++, random));
            }
            batch = made.toString().getBytes(StandardCharsets.US_ASCII);
            at = 0;
            return true;
        }
    }
}
