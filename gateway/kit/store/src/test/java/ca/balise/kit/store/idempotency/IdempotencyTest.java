package ca.balise.kit.store.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import ca.balise.kit.store.ManyConnections;
import ca.balise.kit.store.Notes;
import ca.balise.kit.store.NotesTest;
import ca.balise.kit.testing.TestPostgres;
import ca.balise.kit.testing.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NotesTest
@TestProfile(ManyConnections.class)
class IdempotencyTest {

    private static final String NOTES = NoteResource.PATH;
    private static final String NOTE = "{\"words\": \"l’été à Québec\", \"colour\": 3}";

    private static final TestTokens ALICE = caller("alice", "HC");
    private static final TestTokens BOB = caller("bob", "HC");
    private static final TestTokens CAROL = caller("carol", "DND");

    @TestHTTPResource
    URI base;

    @Inject
    ForgetIdempotencyKeys forgetIdempotencyKeys;

    @BeforeEach
    void nothing() throws SQLException {
        Notes.forget();
    }

    @Test
    void withoutAKeyEveryRequestIsDone() throws SQLException {
        post(ALICE, NOTES, null, NOTE).then().statusCode(201).header("Idempotency-Replayed", nullValue());
        post(ALICE, NOTES, null, NOTE).then().statusCode(201);
        assertCounts(2, 0);
    }

    @Test
    void theSameRequestIsDoneOnceAndAnsweredTwiceAlikeToTheByte() throws SQLException {
        Response first = post(ALICE, NOTES, "k-1", NOTE);
        first.then()
                .statusCode(201)
                .header("Idempotency-Replayed", nullValue())
                .body("words", equalTo("l’été à Québec"));
        Response second = post(ALICE, NOTES, "k-1", NOTE);
        second.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertAlike(first, second);
        assertCounts(1, 1);
    }

    @Test
    void theAnswerWithAKeyIsTheOneWithout() throws SQLException {
        Response plain = post(ALICE, NOTES, null, NOTE);
        Response keyed = post(ALICE, NOTES, "k-1", NOTE);
        assertThat(keyed.asString().replace(keyed.<String>path("id"), plain.path("id")))
                .isEqualTo(plain.asString());
        for (String header : List.of("Content-Type", "Content-Language", "Vary")) {
            assertThat(keyed.headers().getValues(header))
                    .isEqualTo(plain.headers().getValues(header));
        }
        Response read = given().auth().oauth2(ALICE.sign()).get(keyed.header("Location"));
        assertThat(read.asByteArray()).isEqualTo(keyed.asByteArray());
        assertThat(read.header("ETag")).isEqualTo(keyed.header("ETag"));
    }

    @Test
    void anAnswerWithoutABodyIsReplayedToo() throws SQLException {
        Response first = post(ALICE, NOTES + "/accepted", "k-1", NOTE);
        Response second = post(ALICE, NOTES + "/accepted", "k-1", NOTE);
        second.then().statusCode(202).header("Idempotency-Replayed", "true");
        assertAlike(first, second);
        assertThat(second.asByteArray()).isEmpty();
        assertCounts(1, 1);
    }

    @Test
    void theFirstAnswerIsReplayedInItsOwnLanguage() {
        Response first = in("fr");
        Response second = in("en");
        assertThat(first.header("Content-Language")).isEqualTo("fr");
        assertAlike(first, second);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"colour\":3,\"words\":\"l’été à Québec\"}",
                "{ \"words\": \"l\\u2019\\u00e9t\\u00e9 à Québec\",\n  \"colour\": 3 }",
            })
    void theSameBodyWrittenAnotherWayIsTheSame(String same) throws SQLException {
        post(ALICE, NOTES, "k-1", NOTE).then().statusCode(201);
        post(ALICE, NOTES, "k-1", same).then().statusCode(201).header("Idempotency-Replayed", "true");
        assertCounts(1, 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"words\": \"l’été à Québec\", \"colour\": 4}",
                "{\"words\": \"l’été à Québec\"}",
                "{\"words\": \"l’hiver\", \"colour\": 3}",
            })
    void anotherBodyUnderTheSameKeyIsRefused(String other) throws SQLException {
        post(ALICE, NOTES, "k-1", NOTE).then().statusCode(201);
        problem(post(ALICE, NOTES, "k-1", other), 422, "IDEMPOTENCY_KEY_REUSED");
        assertCounts(1, 1);
    }

    @Test
    void anotherQueryUnderTheSameKeyIsRefused() {
        post(ALICE, NOTES, "k-1", NOTE).then().statusCode(201);
        problem(post(ALICE, NOTES + "?dryRun=true", "k-1", NOTE), 422, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void aKeyIsOfOneCallerAndOneOperation() throws SQLException {
        post(ALICE, NOTES, "k-1", NOTE).then().statusCode(201);
        post(BOB, NOTES, "k-1", NOTE).then().statusCode(201).header("Idempotency-Replayed", nullValue());
        post(CAROL, NOTES, "k-1", NOTE).then().statusCode(201).header("Idempotency-Replayed", nullValue());
        post(ALICE, NOTES + "/accepted", "k-1", NOTE)
                .then()
                .statusCode(202)
                .header("Idempotency-Replayed", nullValue());
        assertCounts(4, 4);
    }

    @Test
    void aCallerOfNoInstitutionMaySendAKeyToo() throws SQLException {
        TestTokens nobody = TestTokens.as("nobody").audience("notes");
        Response first = post(nobody, NOTES + "/clocks", "k-1", "");
        first.then().statusCode(201);
        Response second = post(nobody, NOTES + "/clocks", "k-1", "");
        second.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertAlike(first, second);
        post(TestTokens.as("other").audience("notes"), NOTES + "/clocks", "k-1", "")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", nullValue());
        assertThat(Notes.valueOf("select count(*) from kit.audit_event")).isEqualTo("2");
        assertThat(Notes.valueOf("select string_agg(institution, ',') from kit.idempotency_key"))
                .isEqualTo(",");
    }

    @Test
    void aFailedRequestKeepsNeitherItsRowNorItsRecordNorItsKey() throws SQLException {
        problem(post(ALICE, NOTES + "/failing", "k-1", NOTE), 409, "CONFLICT");
        problem(post(ALICE, NOTES + "/failing", "k-1", NOTE), 409, "CONFLICT");
        problem(post(ALICE, NOTES, "k-2", "{\"words\": \" \"}"), 422, "UNPROCESSABLE");
        assertCounts(0, 0);
        post(ALICE, NOTES, "k-2", NOTE).then().statusCode(201);
    }

    @Test
    void aBodyThatIsNoneIsRefusedAsWithoutAKey() throws SQLException {
        problem(post(ALICE, NOTES, "k-1", "{\"words\": "), 400, "MALFORMED_JSON");
        problem(post(ALICE, NOTES, "k-1", "{\"size\": 1}"), 400, "INVALID_MEMBER");
        assertCounts(0, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "clé", "tab\there"})
    void refusesAKeyThatIsNone(String key) throws SQLException {
        problem(post(ALICE, NOTES, key, NOTE), 400, "MALFORMED_REQUEST")
                .body("violations.pointer", hasItem("Idempotency-Key"))
                .body("violations.code", hasItem("NOT_AN_IDEMPOTENCY_KEY"));
        assertCounts(0, 0);
    }

    @Test
    void refusesAKeyThatIsTooLongAndTwoKeys() {
        problem(post(ALICE, NOTES, "k".repeat(256), NOTE), 400, "MALFORMED_REQUEST");
        post(ALICE, NOTES, "k".repeat(255), NOTE).then().statusCode(201);
        problem(as(ALICE, NOTE).header("Idempotency-Key", "a", "b").post(NOTES), 400, "MALFORMED_REQUEST");
    }

    @Test
    void theQuotedFormOfTheDraftIsTakenAsItIs() {
        post(ALICE, NOTES, "\"8e03978e-40d5-43e8-bc93-6894a57f9324\"", NOTE)
                .then()
                .statusCode(201);
        post(ALICE, NOTES, "\"8e03978e-40d5-43e8-bc93-6894a57f9324\"", NOTE)
                .then()
                .header("Idempotency-Replayed", "true");
    }

    @Test
    void whoMayNotIsToldSoWhateverTheKey() {
        post(ALICE, NOTES, "k-1", NOTE).then().statusCode(201);
        TestTokens demoted = TestTokens.as("alice").institution("HC").audience("notes");
        problem(post(demoted, NOTES, "k-1", NOTE), 403, "FORBIDDEN");
    }

    @Test
    void anAnswerWhoseTimeIsOverCountsAsNone() throws Throwable {
        post(ALICE, NOTES, "k-1", NOTE).then().statusCode(201);
        Notes.asSuperuser("update kit.idempotency_key set expires_at = now() - interval '1 second'");
        post(ALICE, NOTES, "k-1", "{\"words\": \"another\"}")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", nullValue());
        post(ALICE, NOTES, "k-1", "{\"words\": \"another\"}")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true");
        assertCounts(2, 1);
    }

    @Test
    void answersAreKeptForADayAndThenForgotten() throws Throwable {
        for (TestTokens caller : List.of(ALICE, BOB, CAROL)) {
            post(caller, NOTES, "k-1", NOTE).then().statusCode(201);
        }
        assertThat(Notes.valueOf(
                        "select min(expires_at) > now() + interval '23:59' and max(expires_at) <= now() + interval '24:00'"
                                + " from kit.idempotency_key"))
                .isEqualTo("t");
        assertThat(forgotten()).isZero();
        Notes.asSuperuser(
                "update kit.idempotency_key set expires_at = now() - interval '1 second'"
                        + " where institution = 'DND' or lookup = (select min(lookup) from kit.idempotency_key where institution = 'HC')");
        assertThat(forgotten()).isEqualTo(2);
        assertCounts(3, 1);
    }

    @Test
    void nothingOfTheRequestNorOfTheAnswerIsReadableInTheTable() throws SQLException {
        Response first = post(ALICE, NOTES, "Jeanne-Tremblay", "{\"words\": \"confidential\", \"colour\": 60427}");
        String rows = Notes.valueOf(
                "select string_agg(k::text || encode(k.answer, 'escape'), ' ') from kit.idempotency_key k");
        assertThat(rows)
                .contains("HC", "test:")
                .doesNotContain("Jeanne")
                .doesNotContain("Tremblay")
                .doesNotContain("confidential")
                .doesNotContain("60427")
                .doesNotContain("words")
                .doesNotContain(NOTES)
                .doesNotContain(TestTokens.subject("alice"))
                .doesNotContain(first.<String>path("id"));
    }

    @Test
    void anAnswerMovedToAnotherKeyIsNotGivenOut() throws SQLException {
        post(ALICE, NOTES, "k-1", NOTE).then().statusCode(201);
        post(BOB, NOTES, "k-2", NOTE).then().statusCode(201);
        Notes.asSuperuser(
                "update kit.idempotency_key k set answer = o.answer from kit.idempotency_key o where o.lookup <> k.lookup");
        problem(post(ALICE, NOTES, "k-1", NOTE), 500, "INTERNAL_ERROR");
    }

    @Test
    void theTableShowsAnInstitutionItsOwnRowsOnly() throws SQLException {
        post(ALICE, NOTES, "k-1", NOTE).then().statusCode(201);
        post(TestTokens.as("nobody").audience("notes"), NOTES + "/clocks", "k-1", "")
                .then()
                .statusCode(201);
        assertThat(seenAs("select 1")).isZero();
        assertThat(seenAs("select kit.enter('HC', false, false, true)")).isEqualTo(1);
        assertThat(seenAs("select kit.enter('DND', true, true, true)")).isZero();
        assertThat(seenAs("select kit.enter(null, true, true, true)")).isEqualTo(1);
    }

    @Test
    void theSameKeySentFiftyTimesAtOnceIsDoneOnce() throws Exception {
        List<Response> answers;
        try (ExecutorService threads = Executors.newFixedThreadPool(50)) {
            Callable<Response> send = () -> post(ALICE, NOTES, "k-1", NOTE);
            answers = threads.invokeAll(Collections.nCopies(50, send)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
        Response after = post(ALICE, NOTES, "k-1", NOTE);
        after.then().statusCode(201).header("Idempotency-Replayed", "true");
        for (Response answer : answers) {
            if (answer.statusCode() == 409) {
                problem(answer, 409, "IDEMPOTENCY_KEY_IN_FLIGHT").header("Retry-After", "1");
            } else {
                assertAlike(answer, after);
            }
        }
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 201 && answer.header("Idempotency-Replayed") == null)
                .hasSize(1);
        assertCounts(1, 1);
        assertThat(Notes.valueOf("select count(*) from kit.audit_event")).isEqualTo("1");
    }

    @Test
    void whileTheFirstIsUnderWayTheSecondHearsSoAtOnce() throws Exception {
        try (Connection superuser = TestPostgres.asSuperuser(NotesTest.DATABASE);
                Statement statement = superuser.createStatement();
                ExecutorService threads = Executors.newSingleThreadExecutor()) {
            superuser.setAutoCommit(false);
            statement.execute("lock table note");
            Future<Response> first = threads.submit(() -> post(ALICE, NOTES, "k-1", NOTE));
            awaitALockRequest();
            problem(post(ALICE, NOTES, "k-1", NOTE), 409, "IDEMPOTENCY_KEY_IN_FLIGHT")
                    .header("Retry-After", "1");
            superuser.rollback();
            first.get().then().statusCode(201);
        }
        assertCounts(1, 1);
    }

    @Test
    void whoHangsUpMeanwhileMaySendTheRequestAgain() throws Exception {
        try (Connection superuser = TestPostgres.asSuperuser(NotesTest.DATABASE);
                Statement statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            statement.execute("lock table note");
            try (Socket caller = new Socket(base.getHost(), base.getPort())) {
                byte[] body = NOTE.getBytes(StandardCharsets.UTF_8);
                String head = "POST " + NOTES + " HTTP/1.1\r\nHost: test\r\nAuthorization: Bearer " + ALICE.sign()
                        + "\r\nContent-Type: application/json\r\nIdempotency-Key: k-1\r\nContent-Length: "
                        + body.length + "\r\n\r\n";
                caller.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                caller.getOutputStream().write(body);
                awaitALockRequest();
            }
            superuser.rollback();
        }
        Response again = post(ALICE, NOTES, "k-1", NOTE);
        for (int i = 0; i < 1_000 && again.statusCode() == 409; i++) {
            again = post(ALICE, NOTES, "k-1", NOTE);
        }
        again.then().statusCode(201);
        assertCounts(1, 1);
    }

    @Test
    void theContractTellsOfTheKey() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths.'/notes/v1/notes'.post.parameters.name", hasItem("Idempotency-Key"))
                .body("paths.'/notes/v1/notes'.post.responses.'409'.description", equalTo("Request under way"))
                .body(
                        "paths.'/notes/v1/notes'.post.responses.'422'.description",
                        containsString("Idempotency key used before"))
                .body(
                        "paths.'/notes/v1/notes'.post.responses.'201'.headers.'Idempotency-Replayed'.schema.type",
                        equalTo("boolean"))
                .body("paths.'/notes/v1/notes/{id}'.get.parameters.name", not(hasItem("Idempotency-Key")));
    }

    private static void awaitALockRequest() throws Exception {
        long end = System.nanoTime() + 10_000_000_000L;
        while (!"1".equals(Notes.valueOf("select count(*) from pg_locks where not granted"))) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private long forgotten() throws Throwable {
        return VertxContextSupport.<Long>subscribeAndAwait(() -> forgetIdempotencyKeys.forget(Notes.caller(null)));
    }

    private static long seenAs(String entering) throws SQLException {
        try (Connection app = TestPostgres.asApp(NotesTest.DATABASE);
                Statement statement = app.createStatement()) {
            app.setAutoCommit(false);
            statement.execute(entering);
            try (var row = statement.executeQuery("select count(*) from kit.idempotency_key")) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static Response in(String language) {
        return as(ALICE, NOTE)
                .header("Accept-Language", language)
                .header("Idempotency-Key", "k-1")
                .post(NOTES);
    }

    private static void assertAlike(Response first, Response second) {
        assertThat(second.statusCode()).isEqualTo(first.statusCode());
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        for (String header : List.of("Location", "ETag", "Content-Language", "Content-Type")) {
            assertThat(second.headers().getValues(header))
                    .isEqualTo(first.headers().getValues(header));
        }
    }

    private static void assertCounts(int notes, int keys) throws SQLException {
        assertThat(Notes.valueOf("select count(*) from note")).isEqualTo(Integer.toString(notes));
        assertThat(Notes.valueOf("select count(*) from kit.idempotency_key")).isEqualTo(Integer.toString(keys));
        assertThat(Notes.valueOf("select count(*) from kit.audit_event")).isEqualTo(Integer.toString(notes));
    }

    private static ValidatableResponse problem(Response response, int status, String code) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }

    private static Response post(TestTokens caller, String path, String key, String body) {
        RequestSpecification request = as(caller, body);
        return (key == null ? request : request.header("Idempotency-Key", key)).post(path);
    }

    private static RequestSpecification as(TestTokens caller, String body) {
        return given().auth()
                .oauth2(caller.sign())
                .contentType(ContentType.JSON)
                .body(body);
    }

    private static TestTokens caller(String name, String institution) {
        return TestTokens.as(name).institution(institution).roles("writer").audience("notes");
    }
}
