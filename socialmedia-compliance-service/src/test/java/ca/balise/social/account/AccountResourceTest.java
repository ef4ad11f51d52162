package ca.balise.social.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import ca.balise.kit.testing.TestPostgres;
import ca.balise.kit.testing.TestTokens;
import ca.balise.social.ComplianceTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ComplianceTest
class AccountResourceTest {

    private static final String ACCOUNTS = "/socialmedia/v1/accounts";

    private static final TestTokens ALICE = caller("alice", "HC", "social-communications");
    private static final TestTokens BOB = caller("bob", "HC", "social-atip");
    private static final TestTokens CAROL = caller("carol", "DND", "social-communications");
    private static final TestTokens SERGE = caller("serge", "SC", "social-publisher");
    private static final TestTokens AUDIT =
            TestTokens.as("audit").roles("auditor").audience("socialmedia");

    @BeforeEach
    void noAccounts() throws SQLException {
        try (Connection superuser = TestPostgres.asSuperuser(ComplianceTest.DATABASE);
                Statement statement = superuser.createStatement()) {
            statement.execute("truncate department, account cascade");
        }
    }

    @Test
    void anExistingAccountEntersActiveWithoutAForm() {
        Response created = register(ALICE, "HC", "FACEBOOK", "https://fb.com/HealthyCdns?ref=x", "EXISTING", "");
        created.then()
                .statusCode(201)
                .body("status", equalTo("ACTIVE"))
                .body("url", equalTo("https://www.facebook.com/healthycdns"))
                .body("handle", equalTo("HealthyCdns"))
                .body("version", equalTo(0))
                .body("formerAddresses", empty())
                .body("statusChanges.to", contains("ACTIVE"))
                .body("statusChanges[0].from", nullValue())
                .body("statusChanges[0].role", equalTo("social-communications"))
                .body("nextSteps.to", contains("CLOSING"));
        Response read = as(BOB).get(created.header("Location"));
        read.then().statusCode(200).header("ETag", equalTo(created.header("ETag")));
        assertThat(read.asString()).isEqualTo(created.asString());
        as(CAROL).get(created.header("Location")).then().statusCode(404);
        as(AUDIT).get(created.header("Location")).then().statusCode(200);
    }

    @Test
    void aNewAccountGoesItsWayWithEachStepTakenByItsRole() {
        Response account = register(ALICE, "HC", "X", "x.com/GovCanHealth", "NEW", "");
        account.then().statusCode(201).body("status", equalTo("DRAFT"));
        String at = account.header("Location");
        move(BOB, at, "ATIP_CONSULTED").then().statusCode(200).body("status", equalTo("ATIP_CONSULTED"));
        move(ALICE, at, "SUBMITTED").then().statusCode(200);
        move(SERGE, at, "PERMITTED").then().statusCode(200);
        move(ALICE, at, "ACTIVE").then().statusCode(200);
        move(ALICE, at, "CLOSING").then().statusCode(200);
        move(SERGE, at, "CLOSED")
                .then()
                .statusCode(200)
                .body("version", equalTo(6))
                .body("nextSteps", empty())
                .body(
                        "statusChanges.to",
                        contains("DRAFT", "ATIP_CONSULTED", "SUBMITTED", "PERMITTED", "ACTIVE", "CLOSING", "CLOSED"))
                .body("statusChanges[3].role", equalTo("social-publisher"));
        problem(move(SERGE, at, "ACTIVE"), 409, "ILLEGAL_STEP")
                .body("violations[0].code", equalTo("END"))
                .body("violations[0].message", containsString("CLOSED"));
        as(AUDIT)
                .queryParam("entityId", account.<String>path("id"))
                .get("/socialmedia/v1/audit-events")
                .then()
                .statusCode(200)
                .body(
                        "items.action",
                        contains(
                                "account.registered",
                                "account.moved",
                                "account.moved",
                                "account.moved",
                                "account.moved",
                                "account.moved",
                                "account.moved"));
    }

    @ParameterizedTest
    @CsvSource({
        "ATIP_CONSULTED, 403, STEP_OF_ANOTHER_ROLE", "SUBMITTED, 409, ILLEGAL_STEP", "PERMITTED, 409, ILLEGAL_STEP",
        "ACTIVE, 409, ILLEGAL_STEP", "DRAFT, 409, ILLEGAL_STEP", "CLOSED, 409, ILLEGAL_STEP"
    })
    void aStepThatIsNoneOrAnotherRolesIsRefusedWithWhatThereIs(String to, int status, String code) {
        String at = register(ALICE, "HC", "X", "x.com/GovCanHealth", "NEW", "").header("Location");
        problem(move(ALICE, at, to), status, code)
                .body("violations[0].pointer", equalTo("/to"))
                .body("violations[0].message", containsString(status == 409 ? "ATIP_CONSULTED" : "social-atip"));
        as(ALICE).get(at).then().body("status", equalTo("DRAFT")).body("version", equalTo(0));
    }

    @Test
    void aRenamedHandleStaysFindableAndOneThatAnotherTookIsToldApart() {
        String first =
                register(ALICE, "HC", "X", "x.com/HealthOld", "EXISTING", "").header("Location");
        replace(ALICE, first, body("HC", "X", "x.com/HealthNew", "EXISTING", ""))
                .then()
                .statusCode(200)
                .body("url", equalTo("https://x.com/healthnew"))
                .body("formerAddresses.url", contains("https://x.com/healthold"))
                .body("formerAddresses.handle", contains("HealthOld"));
        Response second = register(CAROL, "DND", "X", "x.com/HealthOld", "EXISTING", "");
        second.then().statusCode(201);
        as(SERGE)
                .queryParam("url", "https://x.com/healthold")
                .get(ACCOUNTS)
                .then()
                .body("items.id", contains(first.substring(ACCOUNTS.length() + 1), second.path("id")))
                .body("items.url", contains("https://x.com/healthnew", "https://x.com/healthold"));
    }

    @Test
    void oneAddressIsOneLiveAccountsWhosever() {
        String held = register(ALICE, "HC", "X", "https://twitter.com/Health", "EXISTING", "")
                .header("Location");
        problem(register(CAROL, "DND", "X", "x.com/HEALTH", "EXISTING", ""), 409, "ACCOUNT_URL_TAKEN")
                .body("violations[0].pointer", equalTo("/url"));
        String other =
                register(CAROL, "DND", "X", "x.com/Other", "EXISTING", "").header("Location");
        problem(replace(CAROL, other, body("DND", "X", "x.com/health", "EXISTING", "")), 409, "ACCOUNT_URL_TAKEN");
        move(ALICE, held, "CLOSING").then().statusCode(200);
        move(SERGE, held, "CLOSED").then().statusCode(200);
        register(CAROL, "DND", "X", "x.com/health", "EXISTING", "").then().statusCode(201);
    }

    @Test
    void onePlatformsIdIsOneLiveAccounts() {
        register(ALICE, "HC", "X", "x.com/Health", "EXISTING", "\"platformAccountKey\": \"14713787\",")
                .then()
                .statusCode(201);
        problem(
                register(CAROL, "DND", "X", "x.com/Renamed", "EXISTING", "\"platformAccountKey\": \"14713787\","),
                409,
                "ACCOUNT_KEY_TAKEN");
        register(ALICE, "HC", "YOUTUBE", "https://www.youtube.com/channel/UC7aLqBZwN558DuW3eAgh8mQ", "EXISTING", "")
                .then()
                .statusCode(201)
                .body("platformAccountKey", equalTo("UC7aLqBZwN558DuW3eAgh8mQ"));
    }

    @Test
    void englishAndFrenchArePairedEachWithTheOther() {
        Response english = register(ALICE, "HC", "X", "x.com/Health", "EXISTING", "\"language\": \"ENGLISH\",");
        Response french = register(
                ALICE,
                "HC",
                "X",
                "x.com/Sante",
                "EXISTING",
                "\"language\": \"FRENCH\", \"pairedAccountId\": \"" + english.path("id") + "\",");
        french.then().statusCode(201).body("pairedAccountId", equalTo(english.path("id")));
        as(ALICE)
                .get(english.header("Location"))
                .then()
                .body("pairedAccountId", equalTo(french.path("id")))
                .body("version", equalTo(1));
        problem(
                        register(
                                ALICE,
                                "HC",
                                "X",
                                "x.com/Third",
                                "EXISTING",
                                "\"language\": \"ENGLISH\", \"pairedAccountId\": \"" + english.path("id") + "\","),
                        422,
                        "INVALID_ACCOUNT")
                .body("violations[0].code", equalTo("NOT_A_PAIR"));
        replace(
                        ALICE,
                        french.header("Location"),
                        body("HC", "X", "x.com/Sante", "EXISTING", "\"language\": \"FRENCH\","))
                .then()
                .statusCode(200)
                .body("pairedAccountId", nullValue());
        as(ALICE).get(english.header("Location")).then().body("pairedAccountId", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MYSPACE  | x.com/Health                               | /platform | UNKNOWN_PLATFORM",
                "FACEBOOK | https://x.com/Health                       | /url      | PLATFORM_URL_MISMATCH",
                "FACEBOOK | https://facebook.com.evil.example/Health   | /url      | HOST_OF_NO_PLATFORM",
                "FACEBOOK | javascript:alert(1)                        | /url      | INVALID_URL",
                "FACEBOOK | https://facebook.com/health/posts/1        | /url      | INVALID_URL"
            })
    void whatIsWrongIsNamed(String platform, String url, String pointer, String code) {
        problem(register(ALICE, "HC", platform, url, "EXISTING", ""), 422, "INVALID_ACCOUNT")
                .body("violations[0].pointer", equalTo(pointer))
                .body("violations[0].code", equalTo(code));
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        problem(
                        as(ALICE)
                                .contentType(ContentType.JSON)
                                .body("{\"ownerRoles\": [\"Jane Doe\"]}")
                                .post(ACCOUNTS),
                        422,
                        "INVALID_ACCOUNT")
                .body(
                        "violations.pointer",
                        contains("/institution", "/platform", "/name", "/url", "/ownerRoles/0", "/entry"));
    }

    @Test
    void anAccountIsItsInstitutions() {
        register(ALICE, "DND", "X", "x.com/Health", "EXISTING", "").then().statusCode(403);
        String at = register(ALICE, "HC", "X", "x.com/Health", "EXISTING", "").header("Location");
        problem(replace(ALICE, at, body("DND", "X", "x.com/Health", "EXISTING", "")), 422, "INVALID_ACCOUNT")
                .body("violations[0].code", equalTo("INSTITUTION_CHANGED"));
        replace(SERGE, at, body("DND", "X", "x.com/Health2", "EXISTING", ""))
                .then()
                .statusCode(200)
                .body("institution", equalTo("DND"))
                .body("statusChanges.to", contains("ACTIVE"))
                .body("formerAddresses.url", contains("https://x.com/health"));
        as(CAROL).get(at).then().statusCode(200).body("statusChanges.to", contains("ACTIVE"));
        as(ALICE).get(at).then().statusCode(404);
    }

    @Test
    void aDepartmentIsOneOfTheSameInstitution() {
        Response department = as(SERGE)
                .contentType(ContentType.JSON)
                .body(
                        "{\"institution\": \"DND\", \"name\": {\"en\": \"National Defence\", \"fr\": \"Defense nationale\"}}")
                .post("/socialmedia/v1/departments");
        String named = "\"departmentId\": \"" + department.path("id") + "\",";
        problem(register(ALICE, "HC", "X", "x.com/Health", "EXISTING", named), 422, "INVALID_ACCOUNT")
                .body("violations[0].pointer", equalTo("/departmentId"));
        register(CAROL, "DND", "X", "x.com/Health", "EXISTING", named).then().statusCode(201);
    }

    @Test
    void aChangeNeedsWhatWasSeen() {
        String at = register(ALICE, "HC", "X", "x.com/Health", "EXISTING", "").header("Location");
        String body = body("HC", "X", "x.com/Health", "EXISTING", "");
        as(ALICE).contentType(ContentType.JSON).body(body).put(at).then().statusCode(428);
        as(ALICE)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"7-x\"")
                .body(body)
                .put(at)
                .then()
                .statusCode(412);
        as(ALICE)
                .contentType(ContentType.JSON)
                .body("{\"to\": \"CLOSING\"}")
                .post(at + "/transitions")
                .then()
                .statusCode(428);
        problem(replace(ALICE, at, body("HC", "X", "x.com/Health", "NEW", "")), 422, "INVALID_ACCOUNT")
                .body("violations[0].code", equalTo("ENTRY_CHANGED"));
    }

    private static Response register(
            TestTokens caller, String institution, String platform, String url, String entry, String more) {
        return as(caller)
                .contentType(ContentType.JSON)
                .body(body(institution, platform, url, entry, more))
                .post(ACCOUNTS);
    }

    private static String body(String institution, String platform, String url, String entry, String more) {
        return """
                {"institution": "%s", "platform": "%s", "name": "Healthy Canadians", "url": "%s", %s "entry": "%s"}""".formatted(institution, platform, url, more, entry);
    }

    private static Response replace(TestTokens caller, String at, String body) {
        return as(caller)
                .contentType(ContentType.JSON)
                .header("If-Match", as(SERGE).get(at).header("ETag"))
                .body(body)
                .put(at);
    }

    private static Response move(TestTokens caller, String at, String to) {
        return as(caller)
                .contentType(ContentType.JSON)
                .header("If-Match", as(SERGE).get(at).header("ETag"))
                .body("{\"to\": \"" + to + "\"}")
                .post(at + "/transitions");
    }

    private static ValidatableResponse problem(Response answer, int status, String code) {
        return answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }

    private static TestTokens caller(String name, String institution, String role) {
        return TestTokens.as(name).institution(institution).roles(role).audience("socialmedia");
    }

    private static RequestSpecification as(TestTokens caller) {
        return RestAssured.given().auth().oauth2(caller.sign());
    }
}
