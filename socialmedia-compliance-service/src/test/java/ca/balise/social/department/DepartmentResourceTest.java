package ca.balise.social.department;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ComplianceTest
class DepartmentResourceTest {

    private static final String DEPARTMENTS = "/socialmedia/v1/departments";

    private static final TestTokens ALICE = caller("alice", "HC", "social-communications");
    private static final TestTokens BOB = caller("bob", "HC", "social-atip");
    private static final TestTokens CAROL = caller("carol", "DND", "social-communications");
    private static final TestTokens SERGE = caller("serge", "SC", "social-publisher");
    private static final TestTokens AUDIT =
            TestTokens.as("audit").roles("auditor").audience("socialmedia");

    private static final String HEALTH = """
            {"institution": "HC", "name": {"en": "Health Canada", "fr": "Santé Canada"},
             "faaSchedules": ["IV", "I"], "policyDepartment": true}""";

    private static final String DEFENCE = """
            {"institution": "DND", "name": {"en": "National Defence", "fr": "Défense nationale"},
             "faaSchedules": ["I"], "policyDepartment": true}""";

    @BeforeEach
    void noDepartments() throws SQLException {
        try (Connection superuser = TestPostgres.asSuperuser(ComplianceTest.DATABASE);
                Statement statement = superuser.createStatement()) {
            statement.execute("truncate department, account cascade");
        }
    }

    @Test
    void thePublisherRegistersADepartmentThatItsInstitutionReads() {
        Response created = post(SERGE, HEALTH);
        created.then()
                .statusCode(201)
                .body("institution", equalTo("HC"))
                .body("name.en", equalTo("Health Canada"))
                .body("name.fr", equalTo("Santé Canada"))
                .body("faaSchedules", contains("I", "IV"))
                .body("policyDepartment", equalTo(true))
                .body("statusBasis", equalTo("STATED"))
                .body("parent", nullValue());
        assertThat(created.header("Location")).isEqualTo(DEPARTMENTS + "/" + created.path("id"));
        for (TestTokens reader : List.of(ALICE, BOB, SERGE, AUDIT)) {
            Response read = as(reader).when().get(created.header("Location"));
            read.then().statusCode(200).header("ETag", equalTo(created.header("ETag")));
            assertThat(read.asString()).isEqualTo(created.asString());
        }
    }

    @Test
    void aDepartmentMayStandInEachSchedule() {
        post(SERGE, HEALTH.replace("\"IV\", \"I\"", "\"V\", \"I.1\", \"III\", \"II\", \"IV\", \"I\""))
                .then()
                .statusCode(201)
                .body("faaSchedules", contains("I", "I.1", "II", "III", "IV", "V"));
    }

    @Test
    void whatIsNotStatedStaysUnknown() {
        post(SERGE, "{\"institution\": \"HC\", \"name\": {\"en\": \"Health Canada\", \"fr\": \"Santé Canada\"}}")
                .then()
                .statusCode(201)
                .body("faaSchedules", empty())
                .body("policyDepartment", nullValue())
                .body("statusBasis", equalTo("STATED"));
    }

    @Test
    void aSubUnitStandsAsItsDepartmentDoesAndKeepsTheBasis() {
        String health = register(HEALTH);
        Response created = post(SERGE, subUnit("HC", health, ""));
        created.then()
                .statusCode(201)
                .body("faaSchedules", contains("I", "IV"))
                .body("policyDepartment", equalTo(true))
                .body("statusBasis", equalTo("INHERITED"))
                .body("parent.id", equalTo(health))
                .body("parent.basis", equalTo("Organigramme du ministère"));
        assertThat(as(ALICE).when().get(created.header("Location")).asString()).isEqualTo(created.asString());
        as(ALICE)
                .when()
                .get(DEPARTMENTS)
                .then()
                .body("items.statusBasis", contains("STATED", "INHERITED"))
                .body("items[1].parent.id", equalTo(health));
    }

    @Test
    void aSubUnitWithAScheduleOfItsOwnStandsByIt() {
        post(SERGE, subUnit("HC", register(HEALTH), "\"faaSchedules\": [\"I.1\"],"))
                .then()
                .statusCode(201)
                .body("faaSchedules", contains("I.1"))
                .body("policyDepartment", nullValue())
                .body("statusBasis", equalTo("STATED"));
    }

    @Test
    void aSubUnitStatesNothingThatItTakesFromItsDepartment() {
        problem(post(SERGE, subUnit("HC", register(HEALTH), "\"policyDepartment\": false,")), 422, "INVALID_DEPARTMENT")
                .body("violations[0].pointer", equalTo("/policyDepartment"))
                .body("violations[0].code", equalTo("INHERITED"));
    }

    @Test
    void refusesADepartmentOfAnotherInstitutionAsItsParent() {
        problem(post(SERGE, subUnit("DND", register(HEALTH), "")), 422, "INVALID_DEPARTMENT")
                .body("violations[0].pointer", equalTo("/parent/id"))
                .body("violations[0].code", equalTo("UNKNOWN_DEPARTMENT"));
    }

    @Test
    void refusesAnInventedParent() {
        problem(post(SERGE, subUnit("HC", UUID.randomUUID().toString(), "")), 422, "INVALID_DEPARTMENT")
                .body("violations[0].code", equalTo("UNKNOWN_DEPARTMENT"));
    }

    @Test
    void refusesASubUnitOfASubUnit() {
        String branch = register(subUnit("HC", register(HEALTH), ""));
        problem(post(SERGE, subUnit("HC", branch, "")), 422, "INVALID_DEPARTMENT")
                .body("violations[0].code", equalTo("SUB_UNIT"));
    }

    @Test
    void carolSeesNothingOfHealthCanadaThroughAnyOperation() {
        String health = register(HEALTH);
        String branch = register(subUnit("HC", health, ""));
        String defence = register(DEFENCE);
        as(CAROL).when().get(DEPARTMENTS).then().statusCode(200).body("items.id", contains(defence));
        problem(as(CAROL).when().get(DEPARTMENTS + "/" + health), 404, "NOT_FOUND");
        problem(as(CAROL).when().get(DEPARTMENTS + "/" + branch), 404, "NOT_FOUND");
        problem(post(CAROL, HEALTH), 403, "FORBIDDEN");
        as(ALICE).when().get(DEPARTMENTS).then().body("items.id", contains(health, branch));
    }

    @Test
    void aCursorOfAnotherInstitutionsWalkOpensNothing() {
        register(HEALTH);
        register(HEALTH);
        String next = next(as(ALICE).when().get(DEPARTMENTS + "?limit=1"));
        as(CAROL).when().get(next).then().statusCode(200).body("items", empty());
    }

    @Test
    void thePublisherAndAnAuditorSeeEveryInstitution() {
        String health = register(HEALTH);
        String defence = register(DEFENCE);
        for (TestTokens central : List.of(SERGE, AUDIT)) {
            as(central).when().get(DEPARTMENTS).then().body("items.id", contains(health, defence));
        }
    }

    @Test
    void onlyThePublisherRegisters() {
        for (TestTokens other : List.of(ALICE, BOB, AUDIT)) {
            problem(post(other, HEALTH), 403, "FORBIDDEN");
        }
    }

    @Test
    void whoHasNoRoleHereIsRefused() {
        TestTokens analyst = caller("carol", "DND", "deid-analyst");
        problem(as(analyst).when().get(DEPARTMENTS), 403, "FORBIDDEN");
        problem(as(analyst).when().get(DEPARTMENTS + "/" + UUID.randomUUID()), 403, "FORBIDDEN");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"policyDepartment\" | \"colour\": 1, \"policyDepartment\" | /colour         | UNKNOWN_MEMBER",
                "\"fr\"               | \"de\": \"x\", \"fr\"               | /name/de        | UNKNOWN_MEMBER",
                "\"IV\"               | \"VI\"                              | /faaSchedules/0 | INVALID_VALUE",
                "\"IV\"               | \"I_1\"                             | /faaSchedules/0 | INVALID_VALUE",
                "true                 | \"yes\"                             | /policyDepartment | INVALID_VALUE",
            })
    void refusesWhatTheContractDoesNotKnow(String sound, String broken, String pointer, String code) {
        problem(post(SERGE, HEALTH.replace(sound, broken)), 400, "INVALID_MEMBER")
                .body("violations[0].pointer", equalTo(pointer))
                .body("violations[0].code", equalTo(code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"HC\"       | \"santé\"  | /institution    | NOT_A_CODE",
                "Santé Canada | \\u0000    | /name/fr        | NOT_PLAIN_TEXT",
                "\"IV\"       | \"I\"      | /faaSchedules/1 | REPEATED",
                "\"IV\"       | \"IV\", \"I\", \"II\", \"III\", \"V\", \"I.1\" | /faaSchedules | TOO_MANY",
                "\"IV\"       | null       | /faaSchedules/0 | REQUIRED",
            })
    void refusesTheValueWithItsPointer(String sound, String broken, String pointer, String code) {
        problem(post(SERGE, HEALTH.replace(sound, broken)), 422, "INVALID_DEPARTMENT")
                .body("violations.size()", equalTo(1))
                .body("violations[0].pointer", equalTo(pointer))
                .body("violations[0].code", equalTo(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}"})
    void saysEverythingThatIsMissingAtOnce(String nothing) {
        problem(post(SERGE, nothing), 422, "INVALID_DEPARTMENT")
                .body("violations.pointer", containsInAnyOrder("/institution", "/name/en", "/name/fr"));
    }

    @Test
    void saysWhatIsWrongInFrench() {
        problem(
                        as(SERGE)
                                .header("Accept-Language", "fr-CA")
                                .contentType(ContentType.JSON)
                                .body(HEALTH.replace("\"IV\"", "\"I\""))
                                .when()
                                .post(DEPARTMENTS),
                        422,
                        "INVALID_DEPARTMENT")
                .header("Content-Language", equalTo("fr"))
                .body("title", equalTo("Ministère non valide"))
                .body("violations[0].message", equalTo("Cette annexe figure déjà dans la liste."));
    }

    @Test
    void aWalkWhileDepartmentsAreRegisteredMissesNoneAndRepeatsNone() {
        List<String> throughout = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            throughout.add(register(HEALTH));
        }
        List<String> seen = new ArrayList<>();
        String next = DEPARTMENTS + "?limit=3";
        while (next != null) {
            Response page = as(ALICE).when().get(next);
            seen.addAll(page.then().statusCode(200).extract().path("items.id"));
            next = next(page);
            if (seen.size() < 7) {
                register(HEALTH);
                register(DEFENCE);
            }
        }
        assertThat(seen).doesNotHaveDuplicates().containsAll(throughout).hasSize(9);
    }

    @Test
    void listsThoseThatStandInAScheduleOfThemselvesOrByTheirDepartment() {
        String health = register(HEALTH);
        String branch = register(subUnit("HC", health, ""));
        String unit = register(subUnit("HC", health, "\"faaSchedules\": [\"I.1\"],"));
        String defence = register(DEFENCE);
        assertListed("faaSchedule=IV", health, branch);
        assertListed("faaSchedule=I", health, branch, defence);
        assertListed("faaSchedule=I.1", unit);
        assertListed("faaSchedule=I.1&faaSchedule=IV&sort=-id", unit, branch, health);
        assertListed("faaSchedule=V");
        assertListed("statusBasis=INHERITED", branch);
        assertListed("statusBasis=STATED", health, unit, defence);
        assertListed("statusBasis=STATED&statusBasis=INHERITED&institution=HC", health, branch, unit);
        assertListed("parent=" + health, branch, unit);
        assertListed("parent=" + health + "&faaSchedule=IV", branch);
        assertListed("institution=DND", defence);
    }

    @Test
    void sortsByTheNameInEitherLanguage() {
        String health = register(HEALTH);
        String defence = register(DEFENCE);
        assertListed("sort=name.en", health, defence);
        assertListed("sort=name.fr", defence, health);
        assertListed("sort=-name.en", defence, health);
    }

    private static void assertListed(String query, String... ids) {
        List<String> seen = new ArrayList<>();
        for (String next = DEPARTMENTS + "?limit=1&" + query; next != null; ) {
            Response page = as(SERGE).when().get(next);
            seen.addAll(page.then().statusCode(200).extract().path("items.id"));
            next = next(page);
        }
        assertThat(seen).as(query).containsExactly(ids);
    }

    @ParameterizedTest
    @CsvSource({
        "faaSchedule=I_1, faaSchedule",
        "statusBasis=x, statusBasis",
        "parent=x, parent",
        "limit=0, limit",
        "limit=many, limit",
        "after=nonsense, after"
    })
    void refusesABadParameterByItsName(String query, String parameter) {
        problem(as(ALICE).when().get(DEPARTMENTS + "?" + query), 400, "MALFORMED_REQUEST")
                .body("violations[0].pointer", equalTo(parameter));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"other\", %s", "*"})
    void whoHasItAlreadyIsToldSoWithoutABody(String known) {
        String id = register(HEALTH);
        for (String address : List.of(DEPARTMENTS, DEPARTMENTS + "/" + id)) {
            String tag = as(ALICE).when().get(address).header("ETag");
            Response unchanged = as(ALICE)
                    .header("If-None-Match", known.formatted(tag))
                    .when()
                    .get(address);
            unchanged.then().statusCode(304).header("ETag", equalTo(tag));
            assertThat(unchanged.body().asByteArray()).isEmpty();
        }
    }

    @Test
    void aSubUnitHasAnotherTagWhenItsDepartmentMoves() throws SQLException {
        String branch = register(subUnit("HC", register(HEALTH), ""));
        String before = as(ALICE).when().get(DEPARTMENTS + "/" + branch).header("ETag");
        try (Connection superuser = TestPostgres.asSuperuser(ComplianceTest.DATABASE);
                Statement statement = superuser.createStatement()) {
            statement.execute("update department set faa_schedules = '{II}' where parent_id is null");
        }
        as(ALICE)
                .header("If-None-Match", before)
                .when()
                .get(DEPARTMENTS + "/" + branch)
                .then()
                .statusCode(200)
                .body("faaSchedules", contains("II"));
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

    private static String register(String body) {
        return post(SERGE, body).then().statusCode(201).extract().path("id");
    }

    private static String subUnit(String institution, String parent, String members) {
        return """
                {"institution": "%s", "name": {"en": "A branch", "fr": "Une direction générale"}, %s
                 "parent": {"id": "%s", "basis": "Organigramme du ministère"}}""".formatted(institution, members, parent);
    }

    private static String next(Response page) {
        String link = page.header("Link");
        return link == null ? null : link.substring(1, link.indexOf('>'));
    }

    private static ValidatableResponse problem(Response answer, int status, String code) {
        return answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }
}
