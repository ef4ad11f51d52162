package ca.balise.social.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import ca.balise.kit.testing.SharedMaterial;
import ca.balise.kit.testing.TestPostgres;
import ca.balise.kit.testing.TestTokens;
import ca.balise.social.ComplianceTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Canada.ca's list of official accounts as it was published, with the Government of Canada's list of organizations as departments. */
@ComplianceTest
class RealListTest {

    private static final String ACCOUNTS = "/socialmedia/v1/accounts";
    private static final String IMPORTS = ACCOUNTS + "/imports";
    private static final TestTokens SERGE =
            TestTokens.as("serge").institution("SC").roles("social-publisher").audience("socialmedia");
    private static final TestTokens CAROL = TestTokens.as("carol")
            .institution("DND")
            .roles("social-communications")
            .audience("socialmedia");

    @BeforeEach
    void onlyTheDepartments() throws SQLException, IOException {
        try (Connection superuser = TestPostgres.asSuperuser(ComplianceTest.DATABASE);
                Statement statement = superuser.createStatement()) {
            statement.execute("truncate department, account, account_import cascade");
        }
        as(SERGE)
                .contentType("text/csv")
                .body(Files.readAllBytes(SharedMaterial.data("gc-org-info.csv")))
                .post("/socialmedia/v1/departments/imports")
                .then()
                .statusCode(200);
    }

    @Test
    void eachRowIsAccountedForAndTheListAgainChangesNothing() throws IOException {
        Instant begun = Instant.now();
        Response first = send("");
        Duration took = Duration.between(begun, Instant.now());
        first.then().statusCode(200).body("rows", equalTo(1_865)).body("difference.removed", equalTo(0));
        assertThat(took).isLessThan(Duration.ofSeconds(10));
        assertThat(first.<Integer>path("accepted") + first.<Integer>path("flagged") + first.<Integer>path("rejected"))
                .isEqualTo(1_865);
        Map<String, List<Integer>> lines = lines(first);
        assertThat(lines.get("PLATFORM_URL_MISMATCH")).containsExactly(947, 1_301, 1_700, 1_811);
        assertThat(lines.get("URL_SCHEME_ADDED")).containsExactly(912, 913);
        assertThat(lines.get("PLATFORM_NAME_VARIANT")).containsExactly(773);
        // Justice Canada with the number of Canada Post, twice Parks Canada and the Law Commission with those of
        // others.
        assertThat(lines.get("ORGANIZATION_NAME_ID_MISMATCH"))
                .contains(117, 118, 119, 1_145, 1_146, 1_147)
                .hasSize(9);
        assertThat(lines.get("INVALID_URL")).hasSize(1);
        assertThat(first.<Integer>path("rejected"))
                .isEqualTo(lines.get("DUPLICATE_URL").size()
                        + lines.get("INVALID_URL").size());

        String tag = as(SERGE).get(ACCOUNTS + "?limit=500").header("ETag");
        Response again = send("");
        again.then()
                .body("accepted", equalTo(first.<Integer>path("accepted")))
                .body("flagged", equalTo(first.<Integer>path("flagged")))
                .body("difference.added", equalTo(0))
                .body("difference.changed", equalTo(0))
                .body("difference.renamed", equalTo(0))
                .body("difference.removed", equalTo(0))
                .body("difference.entries", empty());
        assertThat(as(SERGE).get(ACCOUNTS + "?limit=500").header("ETag")).isEqualTo(tag);
        assertThat(as(SERGE).get(IMPORTS).<List<Integer>>path("items.added"))
                .containsExactly(first.<Integer>path("difference.added"), 0);
        as(SERGE)
                .get(IMPORTS + "/" + first.path("id"))
                .then()
                .statusCode(200)
                .body("difference.added", equalTo(first.<Integer>path("difference.added")))
                .body("issues.size()", equalTo(first.<List<?>>path("issues").size()));
    }

    @Test
    void justiceIsHeldUnderJusticeAndNotUnderCanadaPost() throws IOException {
        send("");
        as(SERGE)
                .queryParam("url", "https://x.com/justicecanadaen")
                .get(ACCOUNTS)
                .then()
                .body("items.institution", contains("JUS"))
                .body("items.status", contains("ACTIVE"))
                .body("items.entry", contains("EXISTING"));
    }

    @Test
    void aDepartmentThatIsNotFoundIsNamedLaterAndItsAccountsFollow() throws IOException {
        send("");
        String url = "https://www.facebook.com/hmcsncsmmontcalm";
        as(SERGE)
                .queryParam("url", url)
                .get(ACCOUNTS)
                .then()
                .body("items[0].institution", equalTo("SC"))
                .body("items[0].departmentId", nullValue())
                .body("items[0].statedDepartment", equalTo("National Defence and the Canadian Armed Forces"));
        as(CAROL).get(ACCOUNTS).then().body("items", empty());
        Response defence = as(SERGE).get("/socialmedia/v1/departments?institution=DND");
        String id = defence.path("items[0].id");
        as(SERGE)
                .contentType(ContentType.JSON)
                .header(
                        "If-Match",
                        as(SERGE).get("/socialmedia/v1/departments/" + id).header("ETag"))
                .body("""
                        {"institution": "DND", "name": {"en": "National Defence", "fr": "Défense nationale"}, "orgNumber": 2233,
                         "otherNames": ["National Defence and the Canadian Armed Forces"], "faaSchedules": ["I"]}""")
                .put("/socialmedia/v1/departments/" + id)
                .then()
                .statusCode(200);
        send("").then().body("difference.changed", equalTo(95));
        as(CAROL)
                .queryParam("url", url)
                .get(ACCOUNTS)
                .then()
                .body("items[0].departmentId", equalTo(id))
                .body("items[0].version", equalTo(1));
    }

    private static Response send(String query) throws IOException {
        byte[] list = Files.readAllBytes(SharedMaterial.data("gc-official-social-accounts.csv"));
        return as(SERGE).contentType("text/csv").body(list).post(IMPORTS + query);
    }

    static Map<String, List<Integer>> lines(Response report) {
        return report.<List<Map<String, Object>>>path("issues").stream()
                .collect(Collectors.groupingBy(
                        issue -> (String) issue.get("code"),
                        Collectors.mapping(issue -> ((Number) issue.get("line")).intValue(), Collectors.toList())));
    }

    private static RequestSpecification as(TestTokens caller) {
        return RestAssured.given().auth().oauth2(caller.sign());
    }
}
