package ca.balise.deid.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import ca.balise.deid.ServiceTest;
import ca.balise.deid.intake.parquet.ParquetFiles;
import ca.balise.kit.testing.TestPostgres;
import ca.balise.kit.testing.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scores that nobody waits for, from their upload to the end of what is known of them. */
@QuarkusTest
class BackgroundScoreTest extends ServiceTest {

    private static final String SCORES = "/deid/v1/scores";
    private static final String SPECIFICATION = """
            {"variables": [{"name": "sex", "role": "QUASI_IDENTIFIER"}, {"name": "age", "role": "QUASI_IDENTIFIER"}],
             "minimumCellSize": 3}""";
    private static final String DATA = "sex,age\nF,40\nF,40\nF,40\nM,41\n";

    @TestHTTPResource
    URI service;

    @Inject
    ScorePlaces places;

    @AfterEach
    void leaveNoPlaceTaken() {
        await(() -> places.taken() == 0);
        assertThat(places.active()).isZero();
    }

    @Test
    void answersWithAJobWhoseResultIsTheScore() {
        String waitedFor = form(as(alice())).then().statusCode(200).extract().asString();

        Response accepted = form(later(alice()));

        accepted.then()
                .statusCode(202)
                .header("Preference-Applied", equalTo("respond-async"))
                .header("Location", containsString("/deid/v1/jobs/"))
                .body("kind", equalTo("SCORE"))
                .body("result", nullValue());
        Response job = finished(accepted);
        job.then()
                .body("status", equalTo("SUCCEEDED"))
                .body("progress", equalTo(1.0f))
                .body("result.records", equalTo(4))
                .body("result.cells", equalTo(2))
                .body("result.uniqueRecords", equalTo(1))
                .body("result.smallestCell", equalTo(1))
                .body("result.minimumCellSize", equalTo(3))
                .body("result.verdict", equalTo("NOT_RELEASABLE"));
        Response score = as(alice()).get(job.<String>path("result.score"));
        score.then().statusCode(200).contentType(ContentType.JSON);
        assertThat(score.asString()).isEqualTo(waitedFor);
        as(alice())
                .header("If-None-Match", score.header("ETag"))
                .get(job.<String>path("result.score"))
                .then()
                .statusCode(304);
    }

    @Test
    void takesEveryFormOfABody() throws Exception {
        String id = kept();
        List<Response> accepted = new ArrayList<>();
        accepted.add(form(later(alice())));
        accepted.add(later(alice())
                .contentType(ContentType.JSON)
                .body(
                        "{\"specification\": " + SPECIFICATION + ", \"rows\": [{\"sex\": \"F\", \"age\": 40},"
                                + " {\"sex\": \"F\", \"age\": 40}, {\"sex\": \"F\", \"age\": 40}, {\"sex\": \"M\", \"age\": 41}]}")
                .post(SCORES));
        accepted.add(later(alice()).contentType("text/csv").body(DATA).post(SCORES + "?specification=" + id));
        accepted.add(later(alice())
                .contentType("application/x-ndjson")
                .body(("{\"sex\":\"F\",\"age\":40}\n".repeat(3) + "{\"sex\":\"M\",\"age\":41}\n")
                        .getBytes(StandardCharsets.US_ASCII))
                .post(SCORES + "?specification=" + id));
        accepted.add(later(alice())
                .contentType("application/vnd.apache.parquet")
                .body(ParquetFiles.of("select * from (values ('F', 40), ('F', 40), ('F', 40), ('M', 41)) t(sex, age)"))
                .post(SCORES + "?specification=" + id));

        List<String> scores = new ArrayList<>();
        for (Response one : accepted) {
            one.then().statusCode(202);
            scores.add(as(alice())
                    .get(finished(one).<String>path("result.score"))
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
        }
        assertThat(scores).hasSize(5).containsOnly(scores.getFirst());
    }

    @Test
    void saysWhatIsWrongWithTheDataAtOnceAndBeginsNoJob() {
        long before = jobs();

        later(alice())
                .contentType("text/csv")
                .body("sex,age\nF\n")
                .post(SCORES + "?specification=" + kept())
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED_DATA"));
        later(alice())
                .contentType("text/csv")
                .body("sex\nF\n")
                .post(SCORES + "?specification=" + kept())
                .then()
                .statusCode(422)
                .body("code", equalTo("UNFIT_DATA"));

        assertThat(jobs()).isEqualTo(before);
    }

    @Test
    void keepsTheScoreFromOtherInstitutionsAndShowsItToAuditors() {
        String score = finished(form(later(alice()))).path("result.score");

        as(alice().institution("DND")).get(score).then().statusCode(404).body("code", equalTo("SCORE_NOT_FOUND"));
        as(TestTokens.as("audit").roles("auditor").audience("deid"))
                .get(score)
                .then()
                .statusCode(200);
        as(TestTokens.as("ann").institution("HC").audience("deid"))
                .get(score)
                .then()
                .statusCode(403);
        as(alice()).get(SCORES + "/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void storesNoScoreInClear() throws SQLException {
        String name = "column" + UUID.randomUUID().toString().replace("-", "");
        finished(later(alice())
                        .contentType(ContentType.JSON)
                        .body("{\"specification\": {\"variables\": [{\"name\": \"" + name
                                + "\", \"role\": \"QUASI_IDENTIFIER\"}]}, \"rows\": [{\"" + name + "\": \"a\"}]}")
                        .post(SCORES))
                .then()
                .body("status", equalTo("SUCCEEDED"));

        assertThat(count("select count(*) from score where position('" + name + "'::bytea in sealed) > 0"))
                .isZero();
        assertThat(count("select count(*) from score")).isPositive();
    }

    @Test
    void forgetsTheScoreWithItsJob() throws SQLException {
        Response job = finished(form(later(alice())));

        execute("delete from job where id = '" + job.path("id") + "'");

        as(alice()).get(job.<String>path("result.score")).then().statusCode(404);
    }

    @Test
    void refusesWhoHasNoInstitutionBeforeReadingAnything() {
        form(later(TestTokens.as("nobody").roles("deid-analyst").audience("deid")))
                .then()
                .statusCode(403)
                .body("code", equalTo("NO_INSTITUTION"));
    }

    /** The body of the refused one never comes: it is answered all the same. */
    @Test
    void refusesOneTooManyBeforeItsBodyComes() throws IOException {
        List<ScorePlaces.Place> all = new ArrayList<>();
        try {
            for (int i = 0; i < places.count(); i++) {
                all.add(places.take("HC").orElseThrow());
            }
            for (String preference : List.of("", "Prefer: respond-async\r\n")) {
                try (var caller = new Socket(service.getHost(), service.getPort())) {
                    caller.setSoTimeout(10_000);
                    caller.getOutputStream()
                            .write(("POST " + SCORES + "?specification=" + kept()
                                            + " HTTP/1.1\r\nHost: test\r\nAuthorization: Bearer " + alice().sign()
                                            + "\r\n" + preference
                                            + "Content-Type: text/csv\r\nContent-Length: 1000000\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
                    byte[] head = caller.getInputStream().readNBytes(300);
                    assertThat(new String(head, StandardCharsets.US_ASCII))
                            .startsWith("HTTP/1.1 503")
                            .containsIgnoringCase("Retry-After: 5");
                }
            }
        } finally {
            all.forEach(ScorePlaces.Place::close);
        }
    }

    /** While its turn is waited for, for every place is taken, a score is cancelled, and what it held is free. */
    @Test
    void givesItsMemoryBackWhenItIsCancelledWhileItWaits() {
        List<ScorePlaces.Place> all = new ArrayList<>();
        try {
            for (int i = 1; i < places.count(); i++) {
                all.add(places.take("DND").orElseThrow());
            }
            long others = places.taken();
            Response waiting = form(later(alice()));
            waiting.then().statusCode(202);
            // What its table leaves of the last place is no place: nobody else is let in, and it can still have its own
            // again.
            String job = waiting.header("Location");
            as(alice()).delete(job).then().statusCode(oneOf(202, 409));
            finished(waiting);
            await(() -> places.taken() == others);
        } finally {
            all.forEach(ScorePlaces.Place::close);
        }
    }

    /** The process that held the counts is gone, and they with it. */
    @Test
    void failsWithItsReasonWhenItsProcessIsLost() throws SQLException {
        UUID replica = UUID.randomUUID();
        UUID job = UUID.randomUUID();
        execute("insert into kit.replica (id, seen_at) values ('" + replica + "', now() - interval '1 hour')");
        execute("insert into job (id, institution, kind, status, started_at, owner) values ('" + job
                + "', 'HC', 'SCORE', 'RUNNING', now(), '" + replica + "')");

        await(() -> as(alice()).get("/deid/v1/jobs/" + job).<String>path("finishedAt") != null);

        as(alice())
                .get("/deid/v1/jobs/" + job)
                .then()
                .body("status", equalTo("FAILED"))
                .body("problem.code", equalTo("REPLICA_LOST"))
                .body("result", nullValue());
    }

    @Test
    void givesTheSameRequestTheSameJob() {
        String key = UUID.randomUUID().toString();
        Response first = form(later(alice()).header("Idempotency-Key", key));
        long before = jobs();
        // A form that is sent again has another boundary.
        Response second = form(later(alice()).header("Idempotency-Key", key));

        first.then().statusCode(202);
        second.then().statusCode(202).header("Idempotency-Replayed", equalTo("true"));
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("Preference-Applied")).isEqualTo("respond-async");
        assertThat(jobs()).isEqualTo(before);
        finished(first);
    }

    @Test
    void refusesAUsedKeyForOtherData() {
        String key = UUID.randomUUID().toString();
        Response first = form(later(alice()).header("Idempotency-Key", key));
        first.then().statusCode(202);

        form(later(alice()).header("Idempotency-Key", key), SPECIFICATION, DATA + "M,41\n")
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        form(later(alice()).header("Idempotency-Key", key), SPECIFICATION.replace("3", "4"), DATA)
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        form(later(alice().institution("DND")).header("Idempotency-Key", key))
                .then()
                .statusCode(202);
        finished(first);
    }

    @Test
    void keepsNothingUnderAKeyWhoseRequestWasRefused() {
        String key = UUID.randomUUID().toString();
        form(later(alice()).header("Idempotency-Key", key), SPECIFICATION, "sex,age\nF\n")
                .then()
                .statusCode(400);

        Response mended = form(later(alice()).header("Idempotency-Key", key));
        mended.then().statusCode(202);
        finished(mended);
    }

    @Test
    void refusesAKeyInFlight() throws IOException {
        String key = UUID.randomUUID().toString();
        try (var caller = new Socket(service.getHost(), service.getPort())) {
            caller.getOutputStream()
                    .write(("POST " + SCORES + "?specification=" + kept()
                                    + " HTTP/1.1\r\nHost: test\r\nAuthorization: Bearer " + alice().sign()
                                    + "\r\nPrefer: respond-async\r\nIdempotency-Key: " + key
                                    + "\r\nContent-Type: text/csv\r\nContent-Length: 1000000\r\n\r\nsex,age\nF,4")
                            .getBytes(StandardCharsets.US_ASCII));
            caller.getOutputStream().flush();
            await(() -> places.active() > 0);

            form(later(alice()).header("Idempotency-Key", key))
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("IDEMPOTENCY_KEY_IN_FLIGHT"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"wait=10", "respond-async=never", "return=minimal"})
    void answersAtOnceWhoeverPrefersSomethingElse(String preference) {
        Response answer = form(as(alice()).header("Prefer", preference));

        answer.then().statusCode(200).body("records", equalTo(4));
        assertThat(answer.header("Preference-Applied")).isNull();
    }

    private static RequestSpecification later(TestTokens caller) {
        return as(caller).header("Prefer", "respond-async");
    }

    private static Response form(RequestSpecification request) {
        return form(request, SPECIFICATION, DATA);
    }

    private static Response form(RequestSpecification request, String specification, String data) {
        return request.multiPart("specification", specification, "application/json")
                .multiPart("data", "data.csv", data.getBytes(StandardCharsets.US_ASCII), "text/csv")
                .post(SCORES);
    }

    private static String kept() {
        return as(alice())
                .contentType(ContentType.JSON)
                .body(SPECIFICATION)
                .post("/deid/v1/specifications")
                .path("id");
    }

    private static Response finished(Response accepted) {
        String job = accepted.header("Location");
        await(() -> as(alice()).get(job).<String>path("finishedAt") != null);
        return as(alice()).get(job);
    }

    private static long jobs() {
        return count("select count(*) from job");
    }

    private static long count(String query) {
        try (Connection server = TestPostgres.asSuperuser("deid");
                Statement statement = server.createStatement();
                ResultSet counted = statement.executeQuery(query)) {
            counted.next();
            return counted.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(String statement) throws SQLException {
        try (Connection server = TestPostgres.asSuperuser("deid");
                Statement execution = server.createStatement()) {
            execution.execute(statement);
        }
    }

    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plusSeconds(30);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("it does not come about").isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
