package ca.balise.social.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import ca.balise.kit.testing.SharedMaterial;
import ca.balise.kit.testing.TestPostgres;
import ca.balise.kit.testing.TestTokens;
import ca.balise.social.ComplianceTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ComplianceTest
class DepartmentImportResourceTest {

    private static final String DEPARTMENTS = "/socialmedia/v1/departments";
    private static final String IMPORTS = DEPARTMENTS + "/imports";

    private static final TestTokens ALICE = TestTokens.as("alice")
            .institution("HC")
            .roles("social-communications")
            .audience("socialmedia");
    private static final TestTokens SERGE =
            TestTokens.as("serge").institution("SC").roles("social-publisher").audience("socialmedia");

    private static final String HEAD =
            "gc_orgID,harmonized_name,nom_harmonisé,legal_title,abbreviation,abreviation,FAA_LGFP,status_statut\n";
    private static final String HEALTH = "2228,Health Canada,Santé Canada,Department of Health,HC,SC,1.0,a\n";

    @BeforeEach
    void noDepartments() throws SQLException {
        try (Connection superuser = TestPostgres.asSuperuser(ComplianceTest.DATABASE);
                Statement statement = superuser.createStatement()) {
            statement.execute("truncate department, account cascade");
        }
    }

    @Test
    void aListRegistersDepartmentsAsTheyAreCalled() {
        post(HEAD + HEALTH)
                .then()
                .statusCode(200)
                .body("rows", equalTo(1))
                .body("accepted", equalTo(1))
                .body("registered", equalTo(1))
                .body("issues", empty());
        as(ALICE)
                .get(DEPARTMENTS)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].institution", equalTo("HC"))
                .body("items[0].name.fr", equalTo("Santé Canada"))
                .body("items[0].orgNumber", equalTo(2228))
                .body("items[0].abbreviation.en", equalTo("HC"))
                .body("items[0].abbreviation.fr", equalTo("SC"))
                .body("items[0].otherNames", contains("Department of Health"))
                .body("items[0].faaSchedules", contains("I"))
                .body("items[0].policyDepartment", equalTo(null));
    }

    @Test
    void aDryRunSaysTheSameAndDoesNothing() {
        String would = given(SERGE).post(IMPORTS + "?dryRun=true").asString();
        assertThat(would).contains("INVALID_TABLE");
        as(SERGE)
                .contentType("text/csv")
                .body((HEAD + HEALTH).getBytes(StandardCharsets.UTF_8))
                .post(IMPORTS + "?dryRun=true")
                .then()
                .statusCode(200)
                .body("registered", equalTo(1))
                .body("dryRun", equalTo(true));
        as(SERGE).get(DEPARTMENTS).then().body("items", empty());
    }

    @Test
    void theSameListAgainChangesNothing() {
        post(HEAD + HEALTH);
        String tag = as(SERGE).get(DEPARTMENTS).header("ETag");
        post(HEAD + HEALTH)
                .then()
                .body("accepted", equalTo(1))
                .body("registered", equalTo(0))
                .body("changed", equalTo(0));
        assertThat(as(SERGE).get(DEPARTMENTS).header("ETag")).isEqualTo(tag);
    }

    @Test
    void aLaterListIsFollowedUntilSomebodyChangesTheDepartmentByHand() {
        post(HEAD + HEALTH);
        post(HEAD + HEALTH.replace("1.0", "2.0"))
                .then()
                .body("changed", equalTo(1))
                .body("flagged", equalTo(0));
        post(HEAD + HEALTH.replace("1.0", "1.1")).then().body("changed", equalTo(1));
        Response department = as(SERGE).get(DEPARTMENTS);
        String id = department.path("items[0].id");
        as(SERGE)
                .contentType(ContentType.JSON)
                .header("If-Match", as(SERGE).get(DEPARTMENTS + "/" + id).header("ETag"))
                .body("""
                        {"institution": "HC", "name": {"en": "Health Canada", "fr": "Santé Canada"}, "orgNumber": 2228,
                         "faaSchedules": ["I", "IV"]}""")
                .put(DEPARTMENTS + "/" + id)
                .then()
                .statusCode(200);
        post(HEAD + HEALTH)
                .then()
                .body("flagged", equalTo(1))
                .body("issues[0].code", equalTo("KEPT_AS_EDITED"))
                .body("issues[0].line", equalTo(2));
        as(SERGE)
                .get(DEPARTMENTS + "/" + id)
                .then()
                .body("faaSchedules", contains("I", "IV"))
                .body("abbreviation.en", equalTo("HC"))
                .body("otherNames", contains("Department of Health"));
    }

    @Test
    void aDepartmentWithoutANumberIsRecognisedByItsNameAndCompleted() {
        as(SERGE)
                .contentType(ContentType.JSON)
                .body("{\"institution\": \"SANTE\", \"name\": {\"en\": \"Health  canada\", \"fr\": \"Santé Canada\"}}")
                .post(DEPARTMENTS)
                .then()
                .statusCode(201);
        post(HEAD + HEALTH)
                .then()
                .body("registered", equalTo(0))
                .body("changed", equalTo(1))
                .body("flagged", equalTo(1));
        as(SERGE)
                .get(DEPARTMENTS)
                .then()
                .body("items", hasSize(1))
                .body("items[0].institution", equalTo("SANTE"))
                .body("items[0].orgNumber", equalTo(2228))
                .body("items[0].faaSchedules", empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x,Health Canada,Santé Canada,,,,,a | INVALID_ORGANIZATION_NUMBER | gc_orgID",
                "0,Health Canada,Santé Canada,,,,,a | INVALID_ORGANIZATION_NUMBER | gc_orgID",
                "2228,,Santé Canada,,,,,a           | MISSING_VALUE               | harmonized_name",
                "2228,Health Canada,,,,,,a          | MISSING_VALUE               | nom_harmonisé",
                "2228,Health Canada,Santé Canada,,,,,d | DISSOLVED                | status_statut",
                "2228,Health Canada                 | MISSING_COLUMN              | nom_harmonisé",
                "2228,a,b,c,d,e,1,a,i               | EXTRA_FIELD                 |"
            })
    void aRowAtFaultIsRejectedAndTheOthersAreTaken(String row, String code, String column) {
        post(HEAD + row + "\n2232,Department of Justice Canada,Ministère de la Justice Canada,,JUS,JUS,1.0,a\n")
                .then()
                .statusCode(200)
                .body("rows", equalTo(2))
                .body("accepted", equalTo(1))
                .body("rejected", equalTo(1))
                .body("issues.code", contains(code))
                .body("issues[0].column", equalTo(column))
                .body("issues[0].line", equalTo(2));
    }

    @Test
    void aTableWithoutAColumnIsRejectedWhole() {
        post("gc_orgID,harmonized_name\n2228,Health Canada\n2232,Department of Justice Canada\n")
                .then()
                .statusCode(200)
                .body("rows", equalTo(2))
                .body("rejected", equalTo(2))
                .body("issues.code", contains("MISSING_COLUMN"))
                .body("issues[0].line", equalTo(1))
                .body("issues[0].column", equalTo("nom_harmonisé"));
    }

    @Test
    void anAbbreviationOfTwoBodiesIsTheInstitutionOfTheFirst() {
        post(HEAD + HEALTH + "2999,Hockey Canada,Hockey Canada,,HC,HC,,a\n3000,FedDev,FedDev,,FedDev Ontario,,,a\n");
        as(SERGE).get(DEPARTMENTS).then().body("items.institution", contains("HC", "GC-2999", "FEDDEV-ONTARIO"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "a,a\n1,2", "gc_orgID,\"harmonized_name\n"})
    void whatIsNoTableIsRefused(String body) {
        as(SERGE)
                .contentType("text/csv")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(IMPORTS)
                .then()
                .statusCode(422)
                .body("code", equalTo("INVALID_TABLE"));
    }

    @Test
    void whatIsNotInUtf8IsRefused() {
        as(SERGE)
                .contentType("text/csv")
                .body((HEAD + HEALTH).getBytes(StandardCharsets.ISO_8859_1))
                .post(IMPORTS)
                .then()
                .statusCode(422)
                .body("code", equalTo("NOT_UTF8"));
    }

    @Test
    void messagesAreInTheCallersLanguage() {
        as(SERGE)
                .contentType("text/csv")
                .header("Accept-Language", "fr")
                .body((HEAD + "x,a,b,,,,,a\n").getBytes(StandardCharsets.UTF_8))
                .post(IMPORTS)
                .then()
                .body(
                        "issues[0].message",
                        equalTo("Ce n’est pas un numéro d’organisation : un nombre entier de 1 à 999 999."));
    }

    @Test
    void onlyThePublisherImports() {
        as(ALICE)
                .contentType("text/csv")
                .body((HEAD + HEALTH).getBytes(StandardCharsets.UTF_8))
                .post(IMPORTS)
                .then()
                .statusCode(403);
    }

    @Test
    void theNumberIsOneDepartments() {
        post(HEAD + HEALTH);
        as(SERGE)
                .contentType(ContentType.JSON)
                .body("{\"institution\": \"DND\", \"name\": {\"en\": \"a\", \"fr\": \"b\"}, \"orgNumber\": 2228}")
                .post(DEPARTMENTS)
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/orgNumber"))
                .body("violations[0].code", equalTo("ORG_NUMBER_TAKEN"));
    }

    @Test
    void theRealListIsTakenWhole() throws IOException {
        byte[] list = Files.readAllBytes(SharedMaterial.data("gc-org-info.csv"));
        Response imported = as(SERGE).contentType("text/csv").body(list).post(IMPORTS);
        imported.then()
                .statusCode(200)
                .body("rows", equalTo(390))
                .body("flagged", equalTo(0))
                .body("rejected", equalTo(57))
                .body("registered", equalTo(333))
                .body("issues.code", hasItem("DISSOLVED"));
        as(SERGE)
                .contentType("text/csv")
                .body(list)
                .post(IMPORTS)
                .then()
                .body("changed", equalTo(0))
                .body("registered", equalTo(0));
    }

    private static Response post(String body) {
        Response answer = as(SERGE)
                .contentType("text/csv")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(IMPORTS);
        answer.then().statusCode(200);
        return answer;
    }

    private static RequestSpecification given(TestTokens caller) {
        return as(caller).contentType("text/csv").body("");
    }

    private static RequestSpecification as(TestTokens caller) {
        return io.restassured.RestAssured.given().auth().oauth2(caller.sign());
    }
}
