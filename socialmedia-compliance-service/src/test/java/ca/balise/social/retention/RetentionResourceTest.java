package ca.balise.social.retention;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import ca.balise.kit.testing.KnownCase;
import ca.balise.kit.testing.TestTokens;
import ca.balise.social.ComplianceTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@ComplianceTest
class RetentionResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/socialmedia/v1/retention-determinations";

    /** Those of a record that is asked about; that a stored one cannot be deleted too early is another operation. */
    static Stream<KnownCase> cases() {
        return KnownCase.all("socialmedia-retention.json").filter(known -> known.action() == null);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersTheCase(KnownCase known) throws IOException {
        known.assertAnsweredBy(determine(known.request().toString()));
    }

    @Test
    void aRecordThatMayNotBeDeletedYetIsKeptAndSaysUntilWhen() throws IOException {
        KnownCase deletion = KnownCase.all("socialmedia-retention.json")
                .filter(known -> known.action() != null)
                .findFirst()
                .orElseThrow();
        JsonNode answer = determine(deletion.request().toString());
        assertThat(answer.get("retention").asText()).isEqualTo("RETAIN");
        assertThat(answer.get("earliestDisposal")).isEqualTo(deletion.expected().get("earliestDisposal"));
        assertThat(answer.at("/ambiguities/0/id").asText()).isEqualTo("S-A2");
    }

    @Test
    void answersWithExactlyTheMembersOfTheContract() throws IOException {
        JsonNode answer = determine("{\"asOf\": \"2026-11-02\", \"record\": {}}");
        assertThat(answer.fieldNames())
                .toIterable()
                .containsExactly(
                        "retention",
                        "earliestDisposal",
                        "overdueSince",
                        "mustKeep",
                        "outstanding",
                        "missing",
                        "guard",
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
        assertThat(answer.get("retention").asText()).isEqualTo("INDETERMINATE");
        assertThat(answer.get("guard").asText()).isEqualTo("DO_NOT_DELETE");
        assertThat(answer.get("inputHash").asText()).matches(".+:[0-9a-f]{64}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"surprise\": 1 | UNKNOWN_MEMBER | /record/surprise",
                "\"kind\": \"BLOCK\" | | /record/kind",
                "\"lastAdministrativeUse\": \"2026-02-30\" | | /record/lastAdministrativeUse",
                "\"neededUntil\": 20261001 | | /record/neededUntil",
                "\"legalHold\": \"no\" | | /record/legalHold",
                "\"items\": \"HANDLE\" | | /record/items",
            })
    void whatCannotBeReadIsRefusedWithItsPointer(String member, String code, String pointer) {
        Response answer = ask("{\"asOf\": \"2026-11-02\", \"record\": {" + member + "}}");
        answer.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].pointer", equalTo(pointer));
        if (code != null) {
            answer.then().body("violations[0].code", equalTo(code));
        }
    }

    @Test
    void whatCannotBeJudgedIsRefusedWithItsPointers() {
        ask("{}").then().statusCode(422).body("violations.pointer", contains("/asOf", "/record"));
        ask("{\"asOf\": \"2026-11-02\", \"record\": {\"items\": [null, \"" + "a".repeat(301) + "\"]}}")
                .then()
                .statusCode(422)
                .body("code", equalTo("INVALID_CASE"))
                .body("violations.pointer", contains("/record/items/0", "/record/items/1"));
        ask("{\"asOf\": \"2026-11-02\", \"record\": {\"items\": [" + "\"A\",".repeat(50) + "\"A\"]}}")
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/record/items"));
    }

    @Test
    void openTextIsRepeatedNowhere() {
        ask("""
                {"asOf": "2026-11-02", "record": {"kind": "BLOCK_DECISION", "purpose": "ADMINISTRATIVE",
                 "lastAdministrativeUse": "2026-03-15", "items": ["HANDLE", "COMMENT", "Zibeline"]}}""").then().statusCode(200).body("compliance", equalTo("COMPLIANT")).body(not(containsString("Zibeline")));
    }

    @Test
    void noTokenWillNotDo() {
        given().contentType("application/json")
                .body("{}")
                .when()
                .post(PATH)
                .then()
                .statusCode(401);
    }

    private static JsonNode determine(String request) throws IOException {
        return JSON.readTree(ask(request).then().statusCode(200).extract().asString());
    }

    private static Response ask(String request) {
        return given().auth()
                .oauth2(TestTokens.as("suite-system").audience("socialmedia").sign())
                .contentType("application/json")
                .body(request)
                .when()
                .post(PATH);
    }
}
