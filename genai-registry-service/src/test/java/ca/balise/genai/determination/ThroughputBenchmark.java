package ca.balise.genai.determination;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.genai.RegistryTest;
import ca.balise.kit.testing.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How many determinations a second, beside a constant of the same size from the same service in the same run; {@code bench/run} starts
 * it. Both are measured in turns, so that what else the machine does falls on both.
 */
@RegistryTest
class ThroughputBenchmark {

    private static final int ROUNDS = 3;
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern P99 = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");
    private static final Pattern FAILED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

    @TestHTTPResource
    URI service;

    private record Round(double perSecond, double p99Millis) {}

    @ParameterizedTest
    @ValueSource(strings = {"G01", "G27", "G49"})
    void judgesAtLeastHalfAsOftenAsItRepeats(String id) throws Exception {
        String request = KnownCase.all()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow()
                .request()
                .toString();
        String answer = given().auth()
                .oauth2(token())
                .contentType("application/json")
                .body(request)
                .post("/genai-registry/v1/determinations")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        given().auth()
                .oauth2(token())
                .contentType("text/plain; charset=UTF-8")
                .body(answer)
                .put(ConstantResource.PATH);

        wrk("GET", ConstantResource.PATH, "", 5);
        wrk("POST", "/genai-registry/v1/determinations", request, 10);
        List<Round> constants = new ArrayList<>();
        List<Round> determinations = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            constants.add(wrk("GET", ConstantResource.PATH, "", 6));
            determinations.add(wrk("POST", "/genai-registry/v1/determinations", request, 6));
        }
        Round constant = median(constants);
        Round determination = median(determinations);
        System.out.printf(
                "%s, %d bytes: constant %.0f/s (p99 %.1f ms), determination %.0f/s (p99 %.1f ms), ratio %.2f%n",
                id,
                answer.getBytes(StandardCharsets.UTF_8).length,
                constant.perSecond(),
                constant.p99Millis(),
                determination.perSecond(),
                determination.p99Millis(),
                determination.perSecond() / constant.perSecond());
        assertThat(determination.perSecond()).isGreaterThan(constant.perSecond() / 2);
    }

    private static Round median(List<Round> rounds) {
        return rounds.stream()
                .sorted((a, b) -> Double.compare(a.perSecond(), b.perSecond()))
                .toList()
                .get(rounds.size() / 2);
    }

    private Round wrk(String method, String path, String body, int seconds) throws IOException, InterruptedException {
        var command = new ProcessBuilder(
                        "wrk",
                        "-t1",
                        "-c16",
                        "-d" + seconds + "s",
                        "--latency",
                        "-s",
                        Path.of("bench", "request.lua").toString(),
                        service.resolve(path).toString())
                .redirectErrorStream(true);
        command.environment().put("BENCH_METHOD", method);
        command.environment().put("BENCH_BODY", body);
        command.environment().put("BENCH_TOKEN", token());
        Process running = command.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).as(said).isZero();
        assertThat(FAILED.matcher(said).find()).as(said).isFalse();
        return new Round(number(RATE, said), number(P99, said));
    }

    private static double number(Pattern pattern, String said) {
        Matcher found = pattern.matcher(said);
        assertThat(found.find()).as(said).isTrue();
        double number = Double.parseDouble(found.group(1));
        return switch (found.groupCount() < 2 ? "" : found.group(2)) {
            case "us" -> number / 1_000;
            case "s" -> number * 1_000;
            default -> number;
        };
    }

    private static String token() {
        return TestTokens.as("diane")
                .institution("MSSS")
                .audience("genai-registry")
                .sign();
    }
}
