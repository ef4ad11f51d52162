package ca.balise.deid;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import ca.balise.deid.intake.parquet.ParquetFiles;
import ca.balise.deid.risk.ScoreMetrics;
import ca.balise.kit.testing.LogCapture;
import ca.balise.kit.testing.TestPostgres;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the log says of all that can go wrong, and for what of it a person is called. */
@QuarkusTest
class LogTest extends ServiceTest {

    private static final String SCORES = "/deid/v1/scores";
    private static final String SPECIFICATIONS = "/deid/v1/specifications";
    private static final String SEX = "{\"variables\": [{\"name\": \"sex\", \"role\": \"QUASI_IDENTIFIER\"}]}";

    /** Made anew, so that it stands in no source: a log that holds it has it from the request. */
    private final String marker = "marker" + UUID.randomUUID().toString().replace("-", "");

    @TestHTTPResource
    URI service;

    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

    @Inject
    MeterRegistry metrics;

    private LogCapture log;

    @BeforeEach
    void listen() {
        log = LogCapture.open();
    }

    @AfterEach
    void neverSeeTheMarker() {
        log.close();
        assertThat(log.lines())
                .noneMatch(line -> line.text().contains(marker))
                .noneMatch(line -> line.json().contains(marker));
    }

    @Test
    void callsNobodyWhenACallerIsRefused() throws Exception {
        List<Integer> answers = new ArrayList<>();
        answers.add(json(SPECIFICATIONS, "{\"" + marker + "\": 1}"));
        answers.add(json(SPECIFICATIONS, "{\"variables\": \"" + marker + "\""));
        answers.add(json(SCORES, "{\"specification\": " + SEX + ", \"rows\": [{\"sex\": {\"" + marker + "\": 1}}]}"));
        answers.add(json(SPECIFICATIONS + "?name=" + marker, "[\"" + marker + "\"]"));
        answers.add(as(alice()).get(SPECIFICATIONS + "/" + marker).statusCode());
        answers.add(as(alice()).get(SPECIFICATIONS + "/" + UUID.randomUUID()).statusCode());
        answers.add(as(alice()).get("/" + marker).statusCode());
        answers.add(as(alice()).header("X-Request", marker).delete(SCORES).statusCode());
        answers.add(as(alice())
                .accept("image/" + marker)
                .get(SPECIFICATIONS + "/" + UUID.randomUUID())
                .statusCode());
        answers.add(post(SCORES, "text/" + marker, marker));
        answers.add(post(SCORES, "multipart/form-data; boundary=" + marker, marker));
        answers.add(post(SCORES + "?specification=" + marker, "text/csv", "sex\n" + marker + "\n"));
        answers.add(as(alice().institution(marker).roles(marker))
                .get(SPECIFICATIONS + "/" + UUID.randomUUID())
                .statusCode());
        answers.add(as(alice().audience(marker))
                .get(SPECIFICATIONS + "/" + UUID.randomUUID())
                .statusCode());
        answers.add(given().auth().oauth2(marker).get(SCORES).statusCode());
        answers.add(given().auth()
                .oauth2("eyJhbGciOiJub25lIn0." + marker + ".")
                .get(SCORES)
                .statusCode());
        answers.add(json(SPECIFICATIONS, "\"" + marker.repeat(10_000) + "\""));

        assertThat(answers)
                .containsExactly(400, 400, 400, 400, 404, 404, 404, 405, 406, 415, 400, 400, 403, 401, 401, 401, 413);
        assertThat(speak("GET /deid/v1/%0d%0aERROR%20" + marker + "%1b[31m HTTP/1.1\r\nHost: " + marker + "\r\n\r\n"))
                .startsWith("HTTP/1.1 40");
        assertThat(speak("GET /" + marker + "\u001b[31m HTTP/1.1\r\nHost: a\r\nX-Name: " + marker
                        + "\u001b[31m\u0007\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 40");
        assertThat(speak(marker + " nonsense\r\n\r\n")).endsWith(" 400");
        assertThat(log.alarms()).isEmpty();
    }

    @Test
    void callsNobodyWhenAnUploadIsCancelled() throws Exception {
        double before = callersWhoLeft();
        try (var caller = new Socket(service.getHost(), service.getPort())) {
            caller.setSoLinger(true, 0);
            caller.getOutputStream()
                    .write(("POST " + SCORES + " HTTP/1.1\r\nHost: service\r\nAuthorization: Bearer " + alice().sign()
                                    + "\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n"
                                    + "{\"specification\": " + SEX + ", \"rows\": ["
                                    + ("{\"sex\": \"" + marker + "\"},").repeat(4_000) + "{\"sex\": \"" + marker)
                            .getBytes(StandardCharsets.US_ASCII));
            caller.getOutputStream().flush();
            await(() -> metrics.get(ScoreMetrics.RUNNING.id()).gauge().value() > 0);
        }

        await(() -> callersWhoLeft() > before);
        assertThat(as(alice()).get("/deid/openapi").statusCode()).isEqualTo(200);
        assertThat(log.alarms()).isEmpty();
    }

    /** Damaged files, whose reader quotes what it stumbles over, and scores that nobody waits for, good and bad. */
    @Test
    void saysNothingOfParquetNorOfWorkInTheBackground() throws Exception {
        String specification = as(alice())
                .contentType(ContentType.JSON)
                .body(SEX)
                .post(SPECIFICATIONS)
                .path("id");
        byte[] sound = ParquetFiles.of("select '" + marker + "' || i as sex from range(2000) t(i)");
        List<Integer> answers = new ArrayList<>();
        for (String preference : List.of("wait=1", "respond-async")) {
            answers.add(parquet(specification, preference, sound));
            answers.add(parquet(specification, preference, Arrays.copyOf(sound, sound.length - 9)));
            for (int i = 1; i < 20; i++) {
                byte[] damaged = sound.clone();
                damaged[damaged.length / 20 * i] ^= 0x55;
                assertThat(parquet(specification, preference, damaged)).isBetween(200, 422);
            }
            answers.add(parquet(specification, preference, marker.getBytes(StandardCharsets.US_ASCII)));
            answers.add(parquet(
                    specification, preference, ParquetFiles.of("select ['" + marker + "'] as sex from range(3)")));
            answers.add(as(alice())
                    .header("Prefer", preference)
                    .contentType("text/csv")
                    .body("sex\n" + marker + "," + marker + "\n")
                    .post(SCORES + "?specification=" + specification)
                    .statusCode());
        }

        assertThat(answers).containsExactly(200, 400, 400, 422, 400, 202, 400, 400, 422, 400);
        await(() -> as(alice()).get("/deid/v1/jobs").<List<String>>path("items.finishedAt").stream()
                .allMatch(Objects::nonNull));
        assertThat(as(alice()).get("/deid/v1/jobs").asString()).doesNotContain(marker);
        assertThat(log.alarms()).isEmpty();
    }

    private static int parquet(String specification, String preference, byte[] body) {
        return as(alice())
                .header("Prefer", preference)
                .contentType("application/vnd.apache.parquet")
                .body(body)
                .post(SCORES + "?specification=" + specification)
                .statusCode();
    }

    @Test
    void callsNobodyWhenCallersLeaveBeforeTheirAnswer() throws Exception {
        for (int i = 0; i < 50; i++) {
            try (var caller = new Socket(service.getHost(), service.getPort())) {
                caller.setSoLinger(true, 0);
                caller.getOutputStream()
                        .write(("GET " + SPECIFICATIONS + "/" + UUID.randomUUID() + "?name=" + marker
                                        + " HTTP/1.1\r\nHost: service\r\nAuthorization: Bearer " + alice().sign()
                                        + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
            }
        }

        await(() ->
                metrics.get("http.server.active.requests").gauges().stream().allMatch(active -> active.value() == 0));
        assertThat(as(alice()).get(SPECIFICATIONS + "/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(log.alarms()).isEmpty();
    }

    @Test
    void warnsOfADatabaseThatIsAwayAndCallsNobody() throws Exception {
        underneath("alter role deid_app connection limit 0");
        try {
            underneath("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'deid_app'");

            for (int i = 0; i < 20; i++) {
                read().then().statusCode(503).body("code", equalTo("UNAVAILABLE"));
            }
            assertThat(get(ready).statusCode()).isEqualTo(503);
        } finally {
            underneath("alter role deid_app connection limit -1");
        }

        await(() -> read().statusCode() == 404);
        assertThat(log.alarms()).isEmpty();
        assertThat(log.lines())
                .anySatisfy(line -> assertThat(line.text()).startsWith("WARN").contains("The database is away"));
    }

    @Test
    void warnsOfADatabaseThatDoesNotAnswerInTimeAndCallsNobody() throws Exception {
        try (Connection other = TestPostgres.asSuperuser("deid");
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table specification in access exclusive mode");

            read().then().statusCode(503).body("code", equalTo("UNAVAILABLE"));
        }

        await(() -> read().statusCode() == 404);
        assertThat(log.alarms()).isEmpty();
    }

    @Test
    void callsAPersonOnceForAFaultOfOursWithItsTraceAndNoValue() throws Exception {
        underneath("alter table specification add constraint broken check (false) not valid");
        Response answer;
        try {
            answer = as(alice())
                    .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                    .contentType(ContentType.JSON)
                    .body(SEX.replace("sex", marker))
                    .post(SPECIFICATIONS);
        } finally {
            underneath("alter table specification drop constraint broken");
        }

        answer.then().statusCode(500).body("code", equalTo("INTERNAL_ERROR"));
        assertThat(log.alarms()).singleElement().satisfies(line -> {
            assertThat(line.traceId())
                    .isEqualTo(answer.<String>path("traceId"))
                    .isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
            assertThat(line.logger()).isEqualTo("ca.balise.kit.http.problem.FailureLog");
            assertThat(line.text())
                    .contains(
                            "Request failed: POST /deid/v1/specifications",
                            "java.sql.SQLException (SQLSTATE 23514)",
                            "\tat ");
        });
    }

    private int json(String path, String body) throws IOException, InterruptedException {
        return post(path, "application/json", body);
    }

    private int post(String path, String type, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.resolve(path))
                .header("Authorization", "Bearer " + alice().sign())
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private Response read() {
        return as(alice()).get(SPECIFICATIONS + "/" + UUID.randomUUID());
    }

    private double callersWhoLeft() {
        var refused = metrics.find(ScoreMetrics.REFUSED.id())
                .tag("reason", "BODY_INTERRUPTED")
                .counter();
        return refused == null ? 0 : refused.count();
    }

    private String speak(String request) throws IOException {
        try (var caller = new Socket(service.getHost(), service.getPort())) {
            caller.setSoTimeout(20_000);
            caller.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            byte[] answer = caller.getInputStream().readNBytes(12);
            return new String(answer, StandardCharsets.US_ASCII);
        }
    }

    private static void underneath(String statement) throws SQLException {
        try (Connection server = TestPostgres.asSuperuser("deid");
                Statement execution = server.createStatement()) {
            execution.execute(statement);
        }
    }

    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plusSeconds(60);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("it does not come about").isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
