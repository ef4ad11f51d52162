package ca.balise.kit.store.trail;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import ca.balise.kit.http.security.Caller;
import ca.balise.kit.reasoning.canonical.CanonicalJson;
import ca.balise.kit.store.Notes;
import ca.balise.kit.store.NotesTest;
import ca.balise.kit.store.audit.ChainedEvent;
import ca.balise.kit.store.audit.Change;
import ca.balise.kit.store.audit.ChangeRecord;
import ca.balise.kit.testing.TestTokens;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The operations that every service inherits, over HTTP. */
@NotesTest
class AuditEventOperationsTest {

    private static final String AUDIT = "/notes/v1/audit-events";
    private static final String EVENTS = "/notes/v1/events";

    private static final Caller ALICE = Notes.caller("HC", "deid-analyst");
    private static final Caller CAROL = Notes.caller("DND", "deid-analyst");

    private static final TestTokens AUDITOR =
            TestTokens.as("audit").roles("auditor").audience("notes");
    private static final TestTokens OF_HEALTH =
            TestTokens.as("alice").institution("HC").audience("notes");
    private static final TestTokens OF_DEFENCE =
            TestTokens.as("carol").institution("DND").audience("notes");
    private static final TestTokens OF_NOBODY = TestTokens.as("nobody").audience("notes");

    @Inject
    Notes notes;

    @TestHTTPResource
    URI base;

    private UUID first;
    private UUID second;

    /** One event of Health Canada, one of National Defence, one of nobody. */
    @BeforeEach
    void threeEvents() throws Throwable {
        Notes.forget();
        first = notes.added(ALICE, "words");
        second = notes.added(CAROL, "more words");
        notes.write(
                ALICE,
                _ -> Uni.createFrom()
                        .item(Change.of(first, new ChangeRecord("clock.wound", "", "clock", new UUID(0, 1)))));
    }

    @Test
    void anAuditorSeesEveryInstitutionsChangesWithTheirHashes() throws Exception {
        Response page = get(AUDITOR, AUDIT);
        page.then()
                .statusCode(200)
                .body("items.sequence", contains(1, 2, 3))
                .body("items.action", contains("note.added", "note.added", "clock.wound"))
                .body("items.institution", contains("HC", "DND", ""))
                .body("items[0].actor.subject", equalTo(ALICE.subject()))
                .body("items[0].entity.id", equalTo(first.toString()))
                .body("items[0].data.length", equalTo(5))
                .body("items[0].service", equalTo("notes"))
                .body("items[0].previousHash", equalTo("0".repeat(64)))
                .header("Link", nullValue());
        assertThat(page.<String>path("items[1].previousHash")).isEqualTo(page.path("items[0].hash"));
    }

    @Test
    void anybodyCanComputeTheHashOfWhatIsAnswered() throws Exception {
        var items = new JsonMapper().readTree(get(AUDITOR, AUDIT).asByteArray()).path("items");
        assertThat(items).hasSize(3);
        items.forEach(item -> {
            ObjectNode content = item.deepCopy();
            content.remove(List.of("sequence", "previousHash", "hash"));
            assertThat(ChainedEvent.hashAfter(
                            item.path("previousHash").asText(),
                            item.path("sequence").asLong(),
                            CanonicalJson.of(content).text()))
                    .isEqualTo(item.path("hash").asText());
        });
    }

    @Test
    void aChangeThatARequestAskedForNamesItsTrace() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        given().auth()
                .oauth2(TestTokens.as("alice")
                        .institution("HC")
                        .roles("writer")
                        .audience("notes")
                        .sign())
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .contentType(ContentType.JSON)
                .body("{\"words\": \"traced\"}")
                .post("/notes/v1/notes")
                .then()
                .statusCode(201);
        Response events = get(AUDITOR, AUDIT);
        assertThat(events.<String>path("items[3].traceId")).isEqualTo(trace);
        assertThat(events.<Object>path("items[0].traceId")).isNull();
        assertThat(get(OF_HEALTH, EVENTS).<String>path("items[2].traceparent"))
                .matches("00-" + trace + "-[0-9a-f]{16}-00");
    }

    @ParameterizedTest
    @CsvSource({
        "institution=HC, 1",
        "institution=DND, 2",
        "action=clock.wound, 3",
        "entityType=note&institution=DND, 2",
        "action=note.removed, ''",
        "from=2001-01-01T00:00:00Z&entityType=clock, 3",
        "to=2001-01-01T00:00:00Z, ''",
        "actor=somebody, ''",
    })
    void showsWhatIsAskedFor(String query, String sequences) {
        assertThat(get(AUDITOR, AUDIT + "?" + query).<List<Integer>>path("items.sequence"))
                .extracting(Object::toString)
                .containsExactlyElementsOf(sequences.isEmpty() ? List.of() : List.of(sequences));
    }

    @Test
    void instantsAreComparedToTheMicrosecond() {
        Response all = get(AUDITOR, AUDIT);
        Instant at = Instant.parse(all.path("items[1].at"));
        assertThat(get(AUDITOR, AUDIT + "?from=" + at).<List<Integer>>path("items.sequence"))
                .containsExactly(2, 3);
        assertThat(get(AUDITOR, AUDIT + "?to=" + at).<List<Integer>>path("items.sequence"))
                .containsExactly(1);
        assertThat(get(AUDITOR, AUDIT + "?entityId=" + second).<List<Integer>>path("items.sequence"))
                .containsExactly(2);
    }

    @ParameterizedTest
    @CsvSource({
        "from=yesterday, from, NOT_AN_INSTANT",
        "to=2026-01-01, to, NOT_AN_INSTANT",
        "to=%2B1000000-01-01T00:00:00Z, to, NOT_AN_INSTANT",
        "actor=a%00b, actor, NOT_PLAIN_TEXT",
        "limit=0, limit, NOT_A_LIMIT",
        "after=nonsense, after, NOT_A_CURSOR",
    })
    void refusesABadParameterByItsName(String query, String parameter, String code) {
        problem(get(AUDITOR, AUDIT + "?" + query), 400, "MALFORMED_REQUEST")
                .body("violations[0].pointer", equalTo(parameter))
                .body("violations[0].code", equalTo(code));
    }

    @Test
    void aWalkThroughThePagesMeetsEveryEventOnce() {
        List<Integer> seen = new ArrayList<>();
        String next = AUDIT + "?limit=2&from=2001-01-01T00:00:00Z";
        while (next != null) {
            Response page = get(AUDITOR, next);
            seen.addAll(page.path("items.sequence"));
            next = next(page);
        }
        assertThat(seen).containsExactly(1, 2, 3);
    }

    @Test
    void oneEventIsReadByItsId() {
        String id = get(AUDITOR, AUDIT).path("items[1].id");
        Response event = get(AUDITOR, AUDIT + "/" + id);
        event.then().statusCode(200).body("sequence", equalTo(2));
        given().auth()
                .oauth2(AUDITOR.sign())
                .header("If-None-Match", event.header("ETag"))
                .get(AUDIT + "/" + id)
                .then()
                .statusCode(304);
        problem(get(AUDITOR, AUDIT + "/" + UUID.randomUUID()), 404, "NOT_FOUND");
        problem(get(AUDITOR, AUDIT + "/not-an-id"), 404, "NOT_FOUND");
    }

    @Test
    void onlyAnAuditorReadsAndVerifiesTheAudit() {
        String id = get(AUDITOR, AUDIT).path("items[0].id");
        for (TestTokens other : List.of(OF_HEALTH, OF_NOBODY)) {
            problem(get(other, AUDIT), 403, "FORBIDDEN");
            problem(get(other, AUDIT + "/" + id), 403, "FORBIDDEN");
            problem(verify(other, ""), 403, "FORBIDDEN");
        }
        for (String path : List.of(AUDIT, AUDIT + "/" + id, EVENTS)) {
            problem(given().get(path), 401, "UNAUTHENTICATED");
        }
        problem(given().post(AUDIT + "/verifications"), 401, "UNAUTHENTICATED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "{\"anchor\": null}"})
    void aVerificationNeedsNoAnchor(String body) {
        verify(AUDITOR, body)
                .then()
                .statusCode(200)
                .body("intact", equalTo(true))
                .body("events", equalTo(3))
                .body("from", equalTo(1))
                .body("to", equalTo(3))
                .body("head.sequence", equalTo(3))
                .body("anchor", nullValue())
                .body("firstBroken", nullValue());
    }

    @Test
    void aVerificationNeedsNoBodyAtAll() throws Exception {
        // Not with REST Assured, which calls an absent body a form.
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(base.resolve(AUDIT + "/verifications"))
                            .header("Authorization", "Bearer " + AUDITOR.sign())
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"intact\":true");
        }
    }

    @Test
    void aVerificationComparesWithTheAnchorAndSaysWhatItFound() throws SQLException {
        String head = verify(AUDITOR, "").path("head.hash");
        String anchor = "{\"anchor\": {\"sequence\": 3, \"hash\": \"" + head + "\"}}";
        verify(AUDITOR, anchor).then().body("anchor", equalTo("CONFIRMED"));
        verify(AUDITOR, anchor.replace("3", "4")).then().body("intact", equalTo(false));
        Notes.asSuperuser("update kit.audit_event set content = replace(content, 'DND', 'HC') where sequence = 2");
        verify(AUDITOR, anchor)
                .then()
                .statusCode(200)
                .body("intact", equalTo(false))
                .body("events", equalTo(1))
                .body("anchor", equalTo("NOT_CONFIRMED"))
                .body("firstBroken.sequence", equalTo(2))
                .body("firstBroken.kind", equalTo("CHANGED"))
                .body("firstBroken.message.en", equalTo("Event 2 is not the one that was recorded."));
    }

    @Test
    void refusesAnAnchorThatIsNone() {
        problem(verify(AUDITOR, "{\"anchor\": {\"sequence\": 0, \"hash\": \"XY\"}}"), 422, "UNPROCESSABLE")
                .body("violations.pointer", hasItems("/anchor/sequence", "/anchor/hash"));
        problem(verify(AUDITOR, "{\"anker\": 1}"), 400, "INVALID_MEMBER")
                .body("violations[0].pointer", equalTo("/anker"));
    }

    @Test
    void theFeedTellsAnInstitutionOfItsOwnChangesAndOfNobodys() {
        get(OF_HEALTH, EVENTS)
                .then()
                .statusCode(200)
                .body("items.sequence", contains("0000000000000000001", "0000000000000000003"))
                .body("items[0].specversion", equalTo("1.0"))
                .body("items[0].source", equalTo("/notes/v1"))
                .body("items[0].type", equalTo("ca.balise.notes.note.added.v1"))
                .body("items[0].subject", equalTo("note/" + first))
                .body("items[0].datacontenttype", equalTo("application/json"))
                .body("items[0].data.length", equalTo(5))
                .body("items[0].institution", equalTo("HC"))
                .body("items[0].traceparent", nullValue());
        get(OF_DEFENCE, EVENTS).then().body("items.institution", contains("DND", ""));
        get(OF_NOBODY, EVENTS).then().body("items.institution", contains(""));
        get(AUDITOR, EVENTS).then().body("items.institution", contains("HC", "DND", ""));
    }

    @Test
    void theFeedDoesNotTellWhoMadeAChange() {
        assertThat(get(AUDITOR, EVENTS).asString())
                .doesNotContain(ALICE.subject())
                .doesNotContain("actor")
                .doesNotContain("deid-analyst");
    }

    @Test
    void theIdOfAnEventIsTheOneInTheAudit() {
        assertThat(get(AUDITOR, EVENTS).<List<String>>path("items.id"))
                .isEqualTo(get(AUDITOR, AUDIT).path("items.id"));
    }

    @Test
    void theFeedAlwaysSaysWhereToGoOn() throws Throwable {
        Response page = get(OF_HEALTH, EVENTS + "?limit=1");
        assertThat(page.<List<String>>path("items.type")).containsExactly("ca.balise.notes.note.added.v1");
        page = get(OF_HEALTH, next(page));
        assertThat(page.<List<String>>path("items.type")).containsExactly("ca.balise.notes.clock.wound.v1");
        page = get(OF_HEALTH, next(page));
        page.then().statusCode(200).body("items.size()", equalTo(0));
        notes.added(CAROL, "others’");
        page = get(OF_HEALTH, next(page));
        page.then().statusCode(200).body("items.size()", equalTo(0));
        notes.added(ALICE, "own");
        assertThat(get(OF_HEALTH, next(page)).<List<String>>path("items.sequence"))
                .containsExactly("0000000000000000005");
    }

    @Test
    void anEmptyFeedSaysWhereToBeginToo() throws SQLException {
        Notes.forget();
        Response empty = get(OF_HEALTH, EVENTS);
        empty.then().statusCode(200).body("items.size()", equalTo(0));
        assertThat(next(empty)).startsWith(EVENTS + "?after=");
    }

    @Test
    void whoHasThePageAlreadyIsToldSo() {
        String tag = get(OF_HEALTH, EVENTS).header("ETag");
        given().auth()
                .oauth2(OF_HEALTH.sign())
                .header("If-None-Match", tag)
                .get(EVENTS)
                .then()
                .statusCode(304);
    }

    @Test
    void aCursorOfTheAuditIsNoneOfTheFeed() {
        String next = next(get(AUDITOR, AUDIT + "?limit=1"));
        problem(get(AUDITOR, next.replace(AUDIT, EVENTS)), 400, "MALFORMED_REQUEST");
    }

    @Test
    void theContractTellsOfEveryOperation() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths.'/notes/v1/audit-events'.get.operationId", equalTo("listAuditEvents"))
                .body(
                        "paths.'/notes/v1/audit-events'.get.parameters.name",
                        hasItems(
                                "institution",
                                "action",
                                "entityType",
                                "entityId",
                                "actor",
                                "from",
                                "to",
                                "limit",
                                "after"))
                .body("paths.'/notes/v1/audit-events/{id}'.get.operationId", equalTo("readAuditEvent"))
                .body("paths.'/notes/v1/audit-events/verifications'.post.operationId", equalTo("verifyAuditEvents"))
                .body("paths.'/notes/v1/events'.get.operationId", equalTo("listEvents"))
                .body(
                        "paths.'/notes/v1/events'.get.responses.'200'.headers.Link.description",
                        equalTo(
                                "Where to go on, rel=\"next\", relative to the address asked. Always there, on an empty page too."));
    }

    private static Response get(TestTokens caller, String path) {
        return given().auth().oauth2(caller.sign()).urlEncodingEnabled(false).get(path);
    }

    private static Response verify(TestTokens caller, String body) {
        return given().auth()
                .oauth2(caller.sign())
                .contentType(ContentType.JSON)
                .body(body)
                .post(AUDIT + "/verifications");
    }

    private static String next(Response page) {
        String link = page.header("Link");
        return link == null ? null : link.substring(1, link.indexOf('>'));
    }

    private static ValidatableResponse problem(Response response, int status, String code) {
        return response.then().statusCode(status).body("code", equalTo(code));
    }
}
