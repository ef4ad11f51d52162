package ca.balise.social.department;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import ca.balise.kit.testing.TestPostgres;
import ca.balise.kit.testing.TestTokens;
import ca.balise.social.ComplianceTest;
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

@ComplianceTest
class ReplaceDepartmentTest {

    private static final String DEPARTMENTS = "/socialmedia/v1/departments";

    private static final TestTokens ALICE = caller("alice", "HC", "social-communications");
    private static final TestTokens SERGE = caller("serge", "SC", "social-publisher");

    @BeforeEach
    void noDepartments() throws SQLException {
        try (Connection superuser = TestPostgres.asSuperuser(ComplianceTest.DATABASE);
                Statement statement = superuser.createStatement()) {
            statement.execute("truncate department, account cascade");
        }
    }

    @Test
    void thePublisherReplacesADepartmentThatItsInstitutionReads() {
        Response created = register(body("HC", "Health Canada", "\"IV\"", null));
        Response replaced = put(SERGE, created, tag(created), body("HC", "Health", "\"I\"", null));
        replaced.then()
                .statusCode(200)
                .body("id", equalTo(created.path("id")))
                .body("version", equalTo(1))
                .body("name.en", equalTo("Health"))
                .body("faaSchedules", contains("I"));
        Response read = as(ALICE).when().get(address(created));
        assertThat(read.asString()).isEqualTo(replaced.asString());
        assertThat(tag(read)).isEqualTo(tag(replaced)).startsWith("\"1-");
    }

    @Test
    void aDepartmentBecomesASubUnitAndADepartmentAgain() {
        Response health = register(body("HC", "Health Canada", "\"I\"", null));
        Response branch = register(body("HC", "A branch", "", null));
        Response below = put(SERGE, branch, tag(branch), body("HC", "A branch", "", health.path("id")));
        below.then()
                .statusCode(200)
                .body("statusBasis", equalTo("INHERITED"))
                .body("parent.id", equalTo(health.path("id")))
                .body("faaSchedules", contains("I"));
        put(SERGE, branch, tag(below), body("HC", "A branch", "", null))
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("parent", nullValue())
                .body("statusBasis", equalTo("STATED"))
                .body("faaSchedules", empty());
    }

    @Test
    void theStateOfASubUnitIsItsOwnThoughItShowsItsDepartments() {
        Response health = register(body("HC", "Health Canada", "\"I\"", null));
        Response branch = register(body("HC", "A branch", "", health.path("id")));
        put(SERGE, health, tag(health), body("HC", "Health Canada", "\"II\"", null))
                .then()
                .statusCode(200);
        Response read = as(ALICE).when().get(address(branch));
        read.then().body("faaSchedules", contains("II")).body("version", equalTo(0));
        assertThat(tag(read)).isNotEqualTo(tag(branch));
        put(SERGE, branch, tag(branch), body("HC", "Another name", "", health.path("id")))
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
    }

    @Test
    void aDepartmentWithSubUnitsDoesNotBecomeOne() {
        Response health = register(body("HC", "Health Canada", "", null));
        Response other = register(body("HC", "Other", "", null));
        register(body("HC", "A branch", "", health.path("id")));
        problem(put(SERGE, health, "*", body("HC", "Health Canada", "", other.path("id"))), 422, "INVALID_DEPARTMENT")
                .body("violations[0].pointer", equalTo("/parent"))
                .body("violations[0].code", equalTo("HAS_SUB_UNITS"));
    }

    @Test
    void aDepartmentIsNoSubUnitOfItself() {
        Response health = register(body("HC", "Health Canada", "", null));
        problem(put(SERGE, health, "*", body("HC", "Health Canada", "", health.path("id"))), 422, "INVALID_DEPARTMENT")
                .body("violations[0].pointer", equalTo("/parent/id"))
                .body("violations[0].code", equalTo("ITSELF"));
    }

    @Test
    void aSubUnitNamesNoOtherSubUnitNorAnotherInstitutionsDepartment() {
        Response health = register(body("HC", "Health Canada", "", null));
        Response branch = register(body("HC", "A branch", "", health.path("id")));
        Response defence = register(body("DND", "National Defence", "", null));
        Response unit = register(body("HC", "A unit", "", null));
        problem(put(SERGE, unit, "*", body("HC", "A unit", "", branch.path("id"))), 422, "INVALID_DEPARTMENT")
                .body("violations[0].code", equalTo("SUB_UNIT"));
        problem(put(SERGE, unit, "*", body("HC", "A unit", "", defence.path("id"))), 422, "INVALID_DEPARTMENT")
                .body("violations[0].code", equalTo("UNKNOWN_DEPARTMENT"));
    }

    @RepeatedTest(5)
    void twoThatWouldStandUnderEachOtherDoNotBothAndNeitherWaitsForEver() {
        Response one = register(body("HC", "One", "", null));
        Response two = register(body("HC", "Two", "", null));
        List<Integer> statuses = List.of(
                        CompletableFuture.supplyAsync(
                                () -> put(SERGE, one, "*", body("HC", "One", "", two.path("id")))),
                        CompletableFuture.supplyAsync(
                                () -> put(SERGE, two, "*", body("HC", "Two", "", one.path("id")))))
                .stream()
                .map(CompletableFuture::join)
                .map(Response::statusCode)
                .toList();
        assertThat(statuses).containsExactlyInAnyOrder(200, 422);
    }

    @RepeatedTest(5)
    void aDepartmentDoesNotBecomeASubUnitWhileItGetsOne() {
        Response health = register(body("HC", "Health Canada", "", null));
        Response other = register(body("HC", "Other", "", null));
        CompletableFuture<Response> becoming = CompletableFuture.supplyAsync(
                () -> put(SERGE, health, "*", body("HC", "Health Canada", "", other.path("id"))));
        CompletableFuture<Response> getting =
                CompletableFuture.supplyAsync(() -> post(SERGE, body("HC", "A branch", "", health.path("id"))));
        assertThat(List.of(becoming.join().statusCode() == 200, getting.join().statusCode() == 201))
                .containsExactlyInAnyOrder(true, false);
    }

    @RepeatedTest(5)
    void ofTwoThatSawTheSameStateOneChangesIt() {
        Response created = register(body("HC", "Health Canada", "", null));
        List<Response> answers = Stream.of("One", "Two", "Three")
                .map(name -> CompletableFuture.supplyAsync(
                        () -> put(SERGE, created, tag(created), body("HC", name, "", null))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 412, 412);
    }

    @Test
    void theInstitutionStays() {
        Response created = register(body("HC", "Health Canada", "", null));
        problem(put(SERGE, created, tag(created), body("DND", "Health Canada", "", null)), 422, "INVALID_DEPARTMENT")
                .body("violations[0].pointer", equalTo("/institution"))
                .body("violations[0].code", equalTo("INSTITUTION_CHANGED"));
    }

    @Test
    void onlyThePublisherReplacesAndSaysWhatItSaw() {
        Response created = register(body("HC", "Health Canada", "", null));
        problem(put(ALICE, created, tag(created), body("HC", "Other", "", null)), 403, "FORBIDDEN");
        problem(put(SERGE, created, null, body("HC", "Other", "", null)), 428, "PRECONDITION_REQUIRED");
        problem(put(SERGE, created, "\"1-x\"", body("HC", "Other", "", null)), 412, "PRECONDITION_FAILED");
        problem(put(SERGE, created, tag(created), "{}"), 422, "INVALID_DEPARTMENT");
        assertThat(as(ALICE).when().get(address(created)).asString()).isEqualTo(created.asString());
        problem(
                as(SERGE)
                        .header("If-Match", "*")
                        .contentType(ContentType.JSON)
                        .body(body("HC", "Other", "", null))
                        .when()
                        .put(DEPARTMENTS + "/" + UUID.randomUUID()),
                404,
                "NOT_FOUND");
    }

    private static String address(Response known) {
        return DEPARTMENTS + "/" + known.path("id");
    }

    private static String tag(Response answer) {
        return answer.header("ETag");
    }

    private static TestTokens caller(String name, String institution, String role) {
        return TestTokens.as(name).institution(institution).roles(role).audience("socialmedia");
    }

    private static RequestSpecification as(TestTokens caller) {
        return given().auth().oauth2(caller.sign());
    }

    private static Response post(TestTokens caller, String body) {
        return as(caller).contentType(ContentType.JSON).body(body).when().post(DEPARTMENTS);
    }

    private static Response register(String body) {
        Response created = post(SERGE, body);
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

    private static String body(String institution, String name, String schedules, String parent) {
        String above =
                parent == null ? "" : ", \"parent\": {\"id\": \"%s\", \"basis\": \"Organigramme\"}".formatted(parent);
        return "{\"institution\": \"%s\", \"name\": {\"en\": \"%s\", \"fr\": \"Un nom\"}, \"faaSchedules\": [%s]%s}"
                .formatted(institution, name, schedules, above);
    }

    private static ValidatableResponse problem(Response answer, int status, String code) {
        return answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }
}
