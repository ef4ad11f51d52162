package ca.balise.genai.organization;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import ca.balise.genai.RegistryTest;
import ca.balise.kit.testing.TestPostgres;
import ca.balise.kit.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RegistryTest
class ReplaceOrganizationTest {

    private static final String ORGANIZATIONS = "/genai-registry/v1/organizations";

    private static final TestTokens ALICE = caller("alice", "HC", "registry-declarant");
    private static final TestTokens CAROL = caller("carol", "DND", "registry-declarant");
    private static final TestTokens DENIS = caller("denis", "HC", "registry-di");
    private static final TestTokens MONA = caller("mona", "MCN", "registry-reviewer");

    @BeforeEach
    void noOrganizations() throws SQLException {
        try (Connection superuser = TestPostgres.asSuperuser(RegistryTest.DATABASE);
                Statement statement = superuser.createStatement()) {
            statement.execute("truncate organization, organization_category");
        }
    }

    @Test
    void aDeclarantReplacesItsOwnBodyAndReadsItBack() {
        Response created = register(ALICE, body("HC", "Santé Canada", "1993-06-25", "2001-01-01"));
        created.then().body("version", equalTo(0));
        Response replaced = put(ALICE, created, tag(created), body("HC", "Santé", "2000-02-29"));
        replaced.then()
                .statusCode(200)
                .body("id", equalTo(created.path("id")))
                .body("version", equalTo(1))
                .body("name.fr", equalTo("Santé"))
                .body("name.en", nullValue())
                .body("categories.from", contains("2000-02-29"));
        Response read = as(ALICE).when().get(address(created));
        assertThat(read.asString()).isEqualTo(replaced.asString());
        assertThat(tag(read)).isEqualTo(tag(replaced)).startsWith("\"1-").isNotEqualTo(tag(created));
    }

    @Test
    void aReviewerReplacesAnyInstitutionsBody() {
        Response created = register(ALICE, body("HC", "Santé Canada", "1993-06-25"));
        put(MONA, created, tag(created), body("HC", "Santé", "1993-06-25"))
                .then()
                .statusCode(200)
                .body("institution", equalTo("HC"));
        as(ALICE).when().get(address(created)).then().body("name.fr", equalTo("Santé"));
    }

    @Test
    void aChangeThatChangesNothingKeepsVersionAndTag() {
        String same = body("HC", "Santé Canada", "1993-06-25", "2001-01-01");
        Response created = register(ALICE, same);
        Response replaced = put(ALICE, created, tag(created), same);
        replaced.then().statusCode(200).body("version", equalTo(0));
        assertThat(tag(replaced)).isEqualTo(tag(created));
    }

    @Test
    void whoDoesNotSayWhatItSawChangesNothing() {
        Response created = register(ALICE, body("HC", "Santé Canada", "1993-06-25"));
        problem(put(ALICE, created, null, "{"), 428, "PRECONDITION_REQUIRED");
        problem(put(ALICE, created, "0-abc", body("HC", "Santé", "1993-06-25")), 400, "MALFORMED_REQUEST")
                .body("violations[0].pointer", equalTo("If-Match"));
        assertUnchanged(created);
    }

    @Test
    void whoSawAnEarlierStateChangesNothing() {
        Response created = register(ALICE, body("HC", "Santé Canada", "1993-06-25"));
        Response replaced = put(MONA, created, tag(created), body("HC", "Santé", "1993-06-25"));
        Response late = put(ALICE, created, tag(created), body("HC", "Autre", "1993-06-25"));
        problem(late, 412, "PRECONDITION_FAILED");
        assertThat(late.header("ETag")).isNull();
        assertUnchanged(replaced);
        problem(
                        given().auth()
                                .oauth2(ALICE.sign())
                                .header("If-Match", tag(created))
                                .header("Accept-Language", "fr")
                                .contentType(ContentType.JSON)
                                .body(body("HC", "Autre", "1993-06-25"))
                                .when()
                                .put(address(created)),
                        412,
                        "PRECONDITION_FAILED")
                .body("title", equalTo("Modifié depuis votre lecture"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"7-x\", %s", "W/\"0-x\", %s"})
    void aTagInAListOrAnyTagWillDo(String condition) {
        Response created = register(ALICE, body("HC", "Santé Canada", "1993-06-25"));
        put(ALICE, created, condition.formatted(tag(created)), body("HC", "Santé", "1993-06-25"))
                .then()
                .statusCode(200);
    }

    @Test
    void aWeakTagMatchesNoState() {
        Response created = register(ALICE, body("HC", "Santé Canada", "1993-06-25"));
        problem(
                put(ALICE, created, "W/" + tag(created), body("HC", "Santé", "1993-06-25")),
                412,
                "PRECONDITION_FAILED");
        assertUnchanged(created);
    }

    @RepeatedTest(5)
    void ofTwoThatSawTheSameStateOneChangesIt() {
        Response created = register(ALICE, body("HC", "Santé Canada", "1993-06-25", "2001-01-01"));
        List<Response> answers = Stream.of("Un", "Deux", "Trois", "Quatre")
                .map(name -> CompletableFuture.supplyAsync(
                        () -> put(ALICE, created, tag(created), body("HC", name, "1993-06-25", "2005-01-01"))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 412, 412, 412);
        answers.stream().filter(answer -> answer.statusCode() == 200).forEach(ReplaceOrganizationTest::assertUnchanged);
    }

    @RepeatedTest(3)
    void thoseWhoTakeAnyStateChangeItOneAfterTheOther() {
        Response created = register(ALICE, body("HC", "Santé Canada", "1993-06-25"));
        List<CompletableFuture<Response>> changes = Stream.of("2001-01-01", "2002-01-01", "2003-01-01", "2004-01-01")
                .map(from -> CompletableFuture.supplyAsync(() -> put(ALICE, created, "*", body("HC", "Santé", from))))
                .toList();
        assertThat(changes.stream().map(CompletableFuture::join))
                .extracting(answer -> answer.path("version"))
                .containsExactlyInAnyOrder(1, 2, 3, 4);
        as(ALICE)
                .when()
                .get(address(created))
                .then()
                .body("version", equalTo(4))
                .body("categories.size()", equalTo(1));
    }

    @Test
    void theInstitutionStays() {
        Response created = register(MONA, body("HC", "Santé Canada", "1993-06-25"));
        problem(
                        put(MONA, created, tag(created), body("DND", "Santé Canada", "1993-06-25")),
                        422,
                        "INVALID_ORGANIZATION")
                .body("violations[0].pointer", equalTo("/institution"))
                .body("violations[0].code", equalTo("INSTITUTION_CHANGED"));
        problem(
                put(ALICE, created, tag(created), body("DND", "Santé Canada", "1993-06-25")),
                422,
                "INVALID_ORGANIZATION");
        assertUnchanged(created);
    }

    @Test
    void checksWhatARegistrationChecks() {
        Response created = register(ALICE, body("HC", "Santé Canada", "1993-06-25"));
        problem(put(ALICE, created, tag(created), body("HC", " ", "1993-06-25")), 422, "INVALID_ORGANIZATION")
                .body("violations[0].pointer", equalTo("/name/fr"))
                .body("violations[0].code", equalTo("REQUIRED"));
        problem(put(ALICE, created, tag(created), "{\"id\": 1}"), 400, "INVALID_MEMBER");
        problem(put(ALICE, created, tag(created), ""), 422, "INVALID_ORGANIZATION");
        assertUnchanged(created);
    }

    @Test
    void anotherInstitutionsBodyIsNotThere() {
        Response created = register(ALICE, body("HC", "Santé Canada", "1993-06-25"));
        for (String institution : List.of("HC", "DND")) {
            for (String condition : List.of(tag(created), "*", "\"9-x\"")) {
                problem(put(CAROL, created, condition, body(institution, "Pris", "1993-06-25")), 404, "NOT_FOUND");
            }
        }
        assertUnchanged(created);
        problem(
                as(ALICE)
                        .header("If-Match", "*")
                        .contentType(ContentType.JSON)
                        .body(body("HC", "Personne", "1993-06-25"))
                        .when()
                        .put(ORGANIZATIONS + "/" + UUID.randomUUID()),
                404,
                "NOT_FOUND");
    }

    @Test
    void whoOnlyReadsIsRefusedBeforeAnythingElse() {
        Response created = register(ALICE, body("HC", "Santé Canada", "1993-06-25"));
        problem(put(DENIS, created, null, "{"), 403, "FORBIDDEN");
        given().when().put(address(created)).then().statusCode(401);
        assertUnchanged(created);
    }

    private static void assertUnchanged(Response known) {
        Response read = as(ALICE).when().get(address(known));
        assertThat(read.asString()).isEqualTo(known.asString());
        assertThat(tag(read)).isEqualTo(tag(known));
    }

    private static String address(Response known) {
        return ORGANIZATIONS + "/" + known.path("id");
    }

    private static String tag(Response answer) {
        return answer.header("ETag");
    }

    private static TestTokens caller(String name, String institution, String role) {
        return TestTokens.as(name).institution(institution).roles(role).audience("genai-registry");
    }

    private static RequestSpecification as(TestTokens caller) {
        return given().auth().oauth2(caller.sign());
    }

    private static Response register(TestTokens caller, String body) {
        Response created =
                as(caller).contentType(ContentType.JSON).body(body).when().post(ORGANIZATIONS);
        created.then().statusCode(201);
        return created;
    }

    private static Response put(TestTokens caller, Response known, String condition, String body) {
        RequestSpecification request = as(caller).contentType(ContentType.JSON).body(body);
        if (condition != null) {
            request.header("If-Match", condition);
        }
        return request.when().put(address(known));
    }

    /** A body whose categories begin on these days, each until the next. */
    private static String body(String institution, String name, String... days) {
        StringBuilder categories = new StringBuilder();
        for (int i = 0; i < days.length; i++) {
            String until = i + 1 < days.length ? "\"" + days[i + 1] + "\"" : "null";
            categories.append(i == 0 ? "" : ",").append("""
                    {"kind": "MINISTRY", "from": "%s", "until": %s,
                     "proof": {"document": "Annexe I", "issuer": "Parlement"}}""".formatted(days[i], until));
        }
        return "{\"institution\": \"%s\", \"name\": {\"fr\": \"%s\"}, \"categories\": [%s]}"
                .formatted(institution, name, categories);
    }

    private static ValidatableResponse problem(Response answer, int status, String code) {
        return answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }
}
