package ca.balise.social.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import ca.balise.kit.testing.TestPostgres;
import ca.balise.kit.testing.TestTokens;
import ca.balise.social.ComplianceTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ComplianceTest
class AccountImportResourceTest {

    private static final String ACCOUNTS = "/socialmedia/v1/accounts";
    private static final String IMPORTS = ACCOUNTS + "/imports";
    private static final TestTokens ALICE = TestTokens.as("alice")
            .institution("HC")
            .roles("social-communications")
            .audience("socialmedia");
    private static final TestTokens SERGE =
            TestTokens.as("serge").institution("SC").roles("social-publisher").audience("socialmedia");

    private static final String HEAD = "Account,Platform,Department,Language,URL,gc_orgID,wikidata_id,Date Added\n";
    private static final String HEALTH =
            "@GovCanHealth,X,Health Canada,English,https://twitter.com/GovCanHealth,2228.0,,2026-06-02\n";
    private static final String SANTE =
            "Santé Canada,Facebook,Santé Canada,Français,https://www.facebook.com/SantéCanada,,,2026-01-16\n";

    @BeforeEach
    void onlyHealth() throws SQLException {
        try (Connection superuser = TestPostgres.asSuperuser(ComplianceTest.DATABASE);
                Statement statement = superuser.createStatement()) {
            statement.execute("truncate department, account, account_import cascade");
        }
        as(SERGE)
                .contentType("text/csv")
                .body("gc_orgID,harmonized_name,nom_harmonisé,abbreviation\n2228,Health Canada,Santé Canada,HC\n"
                        .getBytes(StandardCharsets.UTF_8))
                .post("/socialmedia/v1/departments/imports")
                .then()
                .statusCode(200);
    }

    @Test
    void aListRegistersAccountsUnderTheirDepartments() {
        send(HEAD + HEALTH + SANTE)
                .then()
                .body("rows", equalTo(2))
                .body("accepted", equalTo(2))
                .body("difference.added", equalTo(2))
                .body("difference.entries.change", contains("ADDED", "ADDED"));
        as(ALICE)
                .get(ACCOUNTS)
                .then()
                .body("items.name", contains("@GovCanHealth", "Santé Canada"))
                .body("items.status", contains("ACTIVE", "ACTIVE"))
                .body("items.listed", contains(true, true))
                .body("items[0].statusChanges[0].role", nullValue())
                .body("items[0].addedOn", equalTo("2026-06-02"))
                .body("items[1].language", equalTo("FRENCH"));
    }

    @Test
    void aMarkALineBreakAndQuotesAreRead() {
        send("\ufeff" + HEAD + "\"Health \"\"Canada\"\",\r\nOttawa\",X,Health Canada,English,x.com/GovCanHealth,,,\r\n")
                .then()
                .body("accepted", equalTo(0))
                .body("flagged", equalTo(1))
                .body("issues.code", contains("URL_SCHEME_ADDED"));
        as(ALICE).get(ACCOUNTS).then().body("items.name", contains("Health \"Canada\", Ottawa"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,Facebook,Health Canada,English,https://x.com/a,,,      | flagged  | PLATFORM_URL_MISMATCH         | URL",
                "a,Fakebook,Health Canada,English,https://facebook.com/aa,,, | flagged | PLATFORM_NAME_VARIANT        | Platform",
                "a,Friendster,Health Canada,English,https://x.com/a,,,    | flagged  | UNKNOWN_PLATFORM              | Platform",
                "a,Friendster,Health Canada,English,https://x.example/a,,, | rejected | UNKNOWN_PLATFORM             | Platform",
                "a,X,Health Canada,English,https://x.com.evil.example/a,,, | rejected | INVALID_URL                  | URL",
                "a,X,Health Canada,English,javascript:alert(1),,,         | rejected | INVALID_URL                   | URL",
                "a,X,Health Canada,English,,,,                            | rejected | INVALID_URL                   | URL",
                ",X,Health Canada,English,https://x.com/a,,,              | rejected | MISSING_VALUE                 | Account",
                "a,X,Nobody,English,https://x.com/a,,,                    | flagged  | UNKNOWN_ORGANIZATION          | Department",
                "a,X,Nobody,English,https://x.com/a,2228,,                | flagged  | ORGANIZATION_NAME_ID_MISMATCH | gc_orgID",
                "a,X,Health Canada,English,https://x.com/a,9999,,         | flagged  | ORGANIZATION_NAME_ID_MISMATCH | gc_orgID",
                "a,X,Health Canada,English,https://x.com/a,two,,          | flagged  | INVALID_ORGANIZATION_NUMBER   | gc_orgID",
                "a,X,Health of Canada,English,https://x.com/a,,,          | flagged  | ORGANIZATION_NAME_VARIANT     | Department",
                "a,X,Health Canada,Klingon,https://x.com/a,,,             | flagged  | UNKNOWN_LANGUAGE              | Language",
                "a,X,Health Canada,English,https://x.com/a,,x,            | flagged  | INVALID_WIKIDATA_ITEM         | wikidata_id",
                "a,X,Health Canada,English,https://x.com/a,,,2026-13-01   | flagged  | INVALID_DATE                  | Date Added",
                "a,X,Health Canada                                        | rejected | MISSING_COLUMN                | Language"
            })
    void aRowsFaultIsToldWithItsColumn(String row, String counted, String code, String column) {
        send(HEAD + row + "\n" + SANTE)
                .then()
                .body("rows", equalTo(2))
                .body("accepted", equalTo(1))
                .body(counted, equalTo(1))
                .body("issues[0].line", equalTo(2))
                .body("issues[0].code", equalTo(code))
                .body("issues[0].column", equalTo(column));
    }

    @Test
    void theSameAccountTwiceIsOneAndTheSecondIsTold() {
        send(HEAD + HEALTH + "Health,x,Health Canada,Bilingual,https://x.com/GOVCANHEALTH/?lang=fr,,,\n")
                .then()
                .body("rejected", equalTo(1))
                .body("issues[0].code", equalTo("DUPLICATE_URL"))
                .body("issues[0].message", equalTo("Line 2 has the same account already."));
    }

    @Test
    void aDryRunDoesNothing() {
        as(SERGE)
                .contentType("text/csv")
                .body(HEAD + HEALTH)
                .post(IMPORTS + "?dryRun=true")
                .then()
                .statusCode(200)
                .body("id", nullValue())
                .body("dryRun", equalTo(true))
                .body("difference.added", equalTo(1));
        as(SERGE).get(ACCOUNTS).then().body("items", empty());
        as(SERGE).get(IMPORTS).then().body("items", empty());
    }

    @Test
    void theDifferenceSaysWhatCameWentAndWasRenamed() {
        send(HEAD + HEALTH + SANTE);
        String id = as(SERGE).get(ACCOUNTS).path("items[0].id");
        send(HEAD + HEALTH.replace("twitter.com/GovCanHealth", "x.com/HealthCanada")
                        + "New,Instagram,Health Canada,English,https://www.instagram.com/health,,,\n")
                .then()
                .body("difference.added", equalTo(1))
                .body("difference.renamed", equalTo(1))
                .body("difference.removed", equalTo(1))
                .body("difference.entries[0].change", equalTo("RENAMED"))
                .body("difference.entries[0].accountId", equalTo(id))
                .body("difference.entries[0].formerUrl", equalTo("https://x.com/govcanhealth"))
                .body("difference.entries[2].change", equalTo("REMOVED"))
                .body("issues.code", contains("HANDLE_RENAMED"));
        as(ALICE)
                .get(ACCOUNTS + "/" + id)
                .then()
                .body("url", equalTo("https://x.com/healthcanada"))
                .body("formerAddresses.url", contains("https://x.com/govcanhealth"));
        as(ALICE)
                .get(ACCOUNTS + "?listed=false")
                .then()
                .body("items.name", contains("Santé Canada"))
                .body("items.status", contains("ACTIVE"));
    }

    @Test
    void whatSomebodyChangedByHandIsNeverOverwritten() {
        send(HEAD + HEALTH);
        String id = as(SERGE).get(ACCOUNTS).path("items[0].id");
        as(ALICE)
                .contentType(ContentType.JSON)
                .header("If-Match", as(ALICE).get(ACCOUNTS + "/" + id).header("ETag"))
                .body("""
                        {"institution": "HC", "platform": "X", "name": "By hand", "url": "https://x.com/GovCanHealth"}""")
                .put(ACCOUNTS + "/" + id)
                .then()
                .statusCode(200);
        String tag = as(ALICE).get(ACCOUNTS + "/" + id).header("ETag");
        send(HEAD + HEALTH)
                .then()
                .body("flagged", equalTo(1))
                .body("issues.code", contains("KEPT_AS_EDITED"))
                .body("difference.unchanged", equalTo(1));
        assertThat(as(ALICE).get(ACCOUNTS + "/" + id).header("ETag")).isEqualTo(tag);
    }

    @Test
    void aListOpensNoClosedAccount() {
        send(HEAD + HEALTH);
        String at = ACCOUNTS + "/" + as(SERGE).get(ACCOUNTS).path("items[0].id");
        for (String to : new String[] {"CLOSING", "CLOSED"}) {
            as(SERGE)
                    .contentType(ContentType.JSON)
                    .header("If-Match", as(SERGE).get(at).header("ETag"))
                    .body("{\"to\": \"" + to + "\"}")
                    .post(at + "/transitions")
                    .then()
                    .statusCode(200);
        }
        send(HEAD + HEALTH).then().body("rejected", equalTo(1)).body("issues.code", contains("CLOSED_ACCOUNT"));
        as(SERGE).get(ACCOUNTS).then().body("items.status", contains("CLOSED"));
    }

    @Test
    void exportedAndImportedAgainNothingChanges() {
        send(HEAD + HEALTH + SANTE
                + "=1+1,X,Nobody,English,https://x.com/aa,,,\n'=x,X,Health Canada,Klingon,x.com/bb,,Q12,\n");
        String tag = as(SERGE).get(ACCOUNTS).header("ETag");
        String csv = new String(
                as(SERGE).accept("text/csv").get(ACCOUNTS + "/exports").asByteArray(), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("Account,Platform,Department,Language,URL,gc_orgID,wikidata_id,Date Added,");
        assertThat(csv.lines().skip(1))
                .allMatch(line -> line.matches("(?:'[=@']|S).*"))
                .hasSize(4);
        send(csv)
                .then()
                .body("rows", equalTo(4))
                .body("rejected", equalTo(0))
                .body("difference.unchanged", equalTo(4))
                .body("difference.entries", empty());
        assertThat(as(SERGE).get(ACCOUNTS).header("ETag")).isEqualTo(tag);
        as(SERGE)
                .accept(ContentType.JSON)
                .get(ACCOUNTS + "/exports")
                .then()
                .statusCode(200)
                .body("accounts.name", contains("@GovCanHealth", "Santé Canada", "=1+1", "=x"))
                .body("accounts[0].orgNumber", equalTo(2228))
                .body("accounts[2].department", equalTo("Nobody"));
        as(ALICE)
                .accept(ContentType.JSON)
                .get(ACCOUNTS + "/exports")
                .then()
                .body("accounts.institution", contains("HC", "HC", "HC"));
    }

    @Test
    void aListLargerThanTheLimitIsRefusedAndNothingOfItIsKept() {
        as(SERGE)
                .contentType("text/csv")
                .body(HEAD + HEALTH + "x".repeat(5_000))
                .post(IMPORTS)
                .then()
                .statusCode(422);
        as(SERGE)
                .contentType("text/csv")
                .body(HEAD + "a,b\n".repeat(20_001))
                .post(IMPORTS)
                .then()
                .statusCode(422);
        as(SERGE)
                .contentType("text/csv")
                .body(HEAD + "\n".repeat(4 << 20))
                .post(IMPORTS)
                .then()
                .statusCode(413);
        as(SERGE).get(ACCOUNTS).then().body("items", empty());
    }

    private static Response send(String list) {
        Response answer = as(SERGE)
                .contentType("text/csv")
                .body(list.getBytes(StandardCharsets.UTF_8))
                .post(IMPORTS);
        answer.then().statusCode(200);
        return answer;
    }

    private static RequestSpecification as(TestTokens caller) {
        return RestAssured.given().auth().oauth2(caller.sign());
    }
}
