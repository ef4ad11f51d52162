package ca.balise.social.determination;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import ca.balise.kit.testing.KnownCase;
import ca.balise.kit.testing.TestTokens;
import ca.balise.social.ComplianceTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@ComplianceTest
class DeterminationResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/socialmedia/v1/determinations";

    static Stream<KnownCase> cases() {
        return KnownCase.all("socialmedia-determinations.json");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersTheCase(KnownCase known) throws IOException {
        known.assertAnsweredBy(determine(known.request()));
    }

    @Test
    void answersWithExactlyTheMembersOfTheContract() throws IOException {
        JsonNode answer = determine(Accounts.request("/platform", "\"X\""));
        assertThat(answer.fieldNames())
                .toIterable()
                .containsExactly(
                        "applicability",
                        "platformReview",
                        "pia",
                        "legalAnalysis",
                        "collectionConsent",
                        "privacyProtocol",
                        "secondaryUse",
                        "outstanding",
                        "missing",
                        "compliance",
                        "warnings",
                        "ambiguities",
                        "changes",
                        "reasons",
                        "trace",
                        "citations",
                        "asOf",
                        "decidedAt",
                        "rulesetVersion",
                        "inputHash");
        assertThat(answer.at("/ambiguities/0").fieldNames())
                .toIterable()
                .containsExactly("id", "readingAdopted", "otherReading", "statusUnderOtherReading");
        assertThat(answer.at("/ambiguities/0/statusUnderOtherReading").asText()).isEqualTo("ACTION_REQUIRED");
        assertThat(answer.at("/trace/0").fieldNames())
                .toIterable()
                .containsExactly("rule", "answer", "fired", "message", "source", "facts");
        assertThat(answer.at("/reasons/0/code").asText()).isEqualTo("ACCOUNT_COMPLIANT");
        assertThat(answer.get("privacyProtocol").isNull()).isTrue();
        assertThat(answer.get("asOf").asText()).isEqualTo("2026-11-02");
    }

    @Test
    void whereTheNoticeDoesNotApplyThereIsNothingToComplyWith() throws IOException {
        JsonNode answer = determine(Accounts.request("/department/faaSchedule", "\"III\""));
        assertThat(answer.get("applicability").asText()).isEqualTo("NOT_SUBJECT");
        for (String member : List.of("platformReview", "pia", "legalAnalysis", "collectionConsent", "compliance")) {
            assertThat(answer.get(member).isNull()).as(member).isTrue();
        }
        assertThat(answer.get("outstanding")).isEmpty();
        assertThat(answer.get("secondaryUse")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"I\" | SUBJECT",
                "\"I.1\" | SUBJECT",
                "[\"II\"] | SUBJECT",
                "[\"IV\", \"I.1\"] | SUBJECT",
                "\"V\" | NOT_SUBJECT",
                "[\"III\", \"IV\", \"V\"] | NOT_SUBJECT",
                "null | INDETERMINATE",
                "[] | INDETERMINATE",
            })
    void aScheduleMayStandAloneOrInAList(String json, String applicability) throws IOException {
        assertThat(determine(Accounts.request("/department/faaSchedule", json))
                        .get("applicability")
                        .asText())
                .isEqualTo(applicability);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "face book | REVIEWED",
                "YouTube channel | REVIEWED",
                "Linked In | REVIEWED",
                "twitter | REVIEWED",
                "Insta | REVIEWED",
                "X (Twitter) | REVIEWED_UNDER_FORMER_NAME",
                "TikTok | NOT_REVIEWED",
            })
    void aPlatformIsJudgedByTheCatalogueHoweverItIsWritten(String platform, String review) throws IOException {
        assertThat(determine(Accounts.request("/platform", "\"" + platform + "\""))
                        .get("platformReview")
                        .asText())
                .isEqualTo(review);
    }

    @Test
    void analysesThatHoldAtOnceAreJoined() throws IOException {
        assertThat(determine(Accounts.request("/platform", "\"TIKTOK\"", "/uses", "[\"FRAUD_DETECTION\"]"))
                        .get("legalAnalysis")
                        .asText())
                .isEqualTo("CONSULT_LEGAL_SERVICES+OWN_ANALYSES_REQUIRED");
    }

    @Test
    void theSameCaseHasTheSameAnswerAndTheSameHash() throws IOException {
        ObjectNode first = (ObjectNode) determine(Accounts.request());
        ObjectNode second = (ObjectNode) determine(
                Accounts.request("/platform", "\"Face Book\"", "/mitigationOpen", "null", "/otherUsePurposes", "{}"));
        first.remove("decidedAt");
        second.remove("decidedAt");
        assertThat(second).isEqualTo(first);
        assertThat(first.get("inputHash").asText()).matches(".+:[0-9a-f]{64}");
    }

    @Test
    void anotherCaseHasAnotherHash() throws IOException {
        List<String> hashes = new ArrayList<>();
        for (ObjectNode request : List.of(
                Accounts.request(),
                Accounts.request("/platform", "\"FLICKR\""),
                Accounts.request("/platform", "\"TikTok\""),
                Accounts.request("/uses", "[\"INTERACTION\"]"),
                Accounts.request("/secondaryUses", "[\"A\"]"),
                Accounts.request("/secondaryUses", "[\"B\"]"),
                Accounts.request("/piaRationale", "\"because\""))) {
            hashes.add(determine(request).get("inputHash").asText());
        }
        assertThat(hashes).doesNotHaveDuplicates();
    }

    @Test
    void openTextIsRepeatedNowhere() {
        String secret = "\"Zibeline de Jeanne\"";
        ask(
                        Accounts.request(
                                "/platform",
                                secret,
                                "/uses",
                                "[" + secret + "]",
                                "/otherUsePurposes",
                                "{" + secret + ": \"NON_ADMINISTRATIVE\"}",
                                "/analyticsPurpose",
                                secret,
                                "/personalInformation",
                                "[" + secret + "]",
                                "/pibsRegistered",
                                "[" + secret + "]",
                                "/consentMechanism",
                                secret,
                                "/piaDecision",
                                "\"NOT_NECESSARY\"",
                                "/piaRationale",
                                secret),
                        "application/json")
                .then()
                .statusCode(200)
                .body(not(containsString("Zibeline")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/surprise | 1 | /facts/surprise",
                "/department/kind | \"I\" | /facts/department/kind",
                "/noticeElements/surprise | true | /facts/noticeElements/surprise",
                "/pibConsistentUse | {\"A\": {\"surprise\": 1}} | /facts/pibConsistentUse/A/surprise",
            })
    void anUnknownMemberIsRefusedWithItsPointer(String at, String json, String pointer) {
        ask(Accounts.request(at, json), "application/json")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].pointer", equalTo(pointer))
                .body("violations[0].code", equalTo("UNKNOWN_MEMBER"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/department/faaSchedule | \"VI\"",
                "/department/faaSchedule | 1",
                "/department/policyDepartment | \"true\"",
                "/platform | []",
                "/accountState | \"OLD\"",
                "/uses | \"DISSEMINATION\"",
                "/otherUsePurposes | []",
                "/otherUsePurposes | {\"A\": \"STATISTICS\"}",
                "/useStarted | 1",
                "/personalInformation | \"NAME\"",
                "/pibConsistentUse | {\"A\": \"PSU 938\"}",
                "/noticeElements | true",
                "/noticeLanguages | [\"EN\"]",
                "/noticeLanguages | [\"de\"]",
                "/legalOutcome | \"DONE\"",
                "/piaDecision | true",
                "/createdOn | \"2021-02-30\"",
                "/createdOn | 20210120",
            })
    void aValueOfTheWrongFormIsRefusedWithItsPointer(String at, String json) {
        ask(Accounts.request(at, json), "application/json")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].pointer", containsString("/facts" + at));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/uses | [null] | /facts/uses/0 | REQUIRED",
                "/uses | [\"\"] | /facts/uses/0 | REQUIRED",
                "/department/faaSchedule | [\"I\", null] | /facts/department/faaSchedule/1 | REQUIRED",
                "/noticeLanguages | [null] | /facts/noticeLanguages/0 | REQUIRED",
                "/noticeLanguages | [\"en\",\"en\",\"en\"] | /facts/noticeLanguages | TOO_MANY",
            })
    void aCaseThatCannotBeJudgedIsRefusedWithItsPointer(String at, String json, String pointer, String code) {
        ask(Accounts.request(at, json), "application/json")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("INVALID_CASE"))
                .body("violations[0].pointer", equalTo(pointer))
                .body("violations[0].code", equalTo(code));
    }

    @Test
    void textsAndListsHaveLimits() {
        String long301 = "\"" + "a".repeat(301) + "\"";
        String long2001 = "\"" + "a".repeat(2001) + "\"";
        String many = "[" + "\"A\",".repeat(50) + "\"A\"]";
        StringBuilder purposes = new StringBuilder("{\"A\": \"ADMINISTRATIVE\"");
        for (int i = 0; i < 50; i++) {
            purposes.append(", \"A").append(i).append("\": \"ADMINISTRATIVE\"");
        }
        ask(
                        Accounts.request(
                                "/platform", long301,
                                "/uses", many,
                                "/secondaryUses", "[" + long301 + "]",
                                "/otherUsePurposes", purposes + "}",
                                "/pibConsistentUse", "{\"A\": {\"bank\": \"PSU 938\", \"quote\": " + long2001 + "}}",
                                "/consentMechanism", long301,
                                "/piaRationale", long2001),
                        "application/json")
                .then()
                .statusCode(422)
                .body(
                        "violations.pointer",
                        containsInAnyOrder(
                                "/facts/platform",
                                "/facts/uses",
                                "/facts/secondaryUses/0",
                                "/facts/otherUsePurposes",
                                "/facts/pibConsistentUse",
                                "/facts/consentMechanism",
                                "/facts/piaRationale"));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceInTheCallersLanguage() {
        given().auth()
                .oauth2(token())
                .header("Accept-Language", "fr")
                .contentType("application/json")
                .body("{}")
                .when()
                .post(PATH)
                .then()
                .statusCode(422)
                .header("Content-Language", "fr")
                .body("title", equalTo("Cas non valide"))
                .body("violations.pointer", contains("/asOf", "/facts"));
    }

    @Test
    void ofAnAccountOfWhichNothingIsKnownNothingIsSaid() throws IOException {
        JsonNode answer = determine(JSON.readTree("{\"asOf\": \"2026-11-02\", \"facts\": {}}"));
        assertThat(answer.get("applicability").asText()).isEqualTo("INDETERMINATE");
        assertThat(answer.get("compliance").asText()).isEqualTo("INDETERMINATE");
    }

    @Test
    void anyValidTokenWillDoAndNoneWillNot() {
        given().auth()
                .oauth2(TestTokens.as("suite-system").audience("socialmedia").sign())
                .contentType("application/json")
                .body(Accounts.request().toString())
                .when()
                .post(PATH)
                .then()
                .statusCode(200);
        given().contentType("application/json")
                .body(Accounts.request().toString())
                .when()
                .post(PATH)
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"*/* | application/json", "application/* | application/json", "text/html | text/html"})
    void jsonIsTheDefault(String accept, String type) {
        ask(Accounts.request(), accept).then().statusCode(200).contentType(containsString(type));
    }

    private static JsonNode determine(JsonNode request) throws IOException {
        return JSON.readTree(ask(request, "application/json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .asString());
    }

    private static Response ask(JsonNode request, String accept) {
        return given().auth()
                .oauth2(token())
                .accept(accept)
                .contentType("application/json")
                .body(request.toString())
                .when()
                .post(PATH);
    }

    private static String token() {
        return TestTokens.as("alice")
                .institution("HC")
                .roles("social-communications")
                .audience("socialmedia")
                .sign();
    }
}
