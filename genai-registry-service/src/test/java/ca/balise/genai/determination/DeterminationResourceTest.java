package ca.balise.genai.determination;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import ca.balise.genai.RegistryTest;
import ca.balise.kit.testing.TestTokens;
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

@RegistryTest
class DeterminationResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/genai-registry/v1/determinations";

    static Stream<KnownCase> cases() {
        return KnownCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersTheCase(KnownCase known) throws IOException {
        JsonNode answer = determine(known.request());

        assertThat(answer.get("status")).isEqualTo(known.expected().get("status"));
        assertThat(answer.get("reasonCode")).isEqualTo(known.expected().get("reasonCode"));
        assertThat(texts(answer, "exceptionsMet")).containsExactlyInAnyOrderElementsOf(known.texts("exceptionsMet"));
        assertThat(texts(answer, "missing")).containsAll(known.texts("missing"));
        assertThat(texts(answer, "obligations")).containsAll(known.texts("obligations"));
        assertThat(texts(answer, "warnings")).containsAll(known.texts("warnings"));
        assertThat(answer.findValuesAsText("id")).containsAll(known.texts("ambiguities"));
        assertThat(answer.get("citations").findValuesAsText("paragraph")).containsAll(known.citations());
    }

    @Test
    void answersWithExactlyTheMembersOfTheContract() throws IOException {
        JsonNode answer = determine(Cases.request());
        assertThat(answer.fieldNames())
                .toIterable()
                .containsExactly(
                        "status",
                        "reasonCode",
                        "permitted",
                        "exceptions",
                        "exceptionsMet",
                        "missing",
                        "obligations",
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
        assertThat(answer.at("/trace/0").fieldNames())
                .toIterable()
                .containsExactly("rule", "answer", "fired", "message", "source", "facts");
        assertThat(answer.at("/reasons/0/code").asText()).isEqualTo("PROJECT_COVERED");
        assertThat(answer.at("/reasons/0/force").asText()).isEqualTo("MUST");
        assertThat(answer.get("asOf").asText()).isEqualTo("2025-06-02");
        assertThat(answer.get("permitted").isNull()).isTrue();
    }

    @Test
    void aMemberOfTheMeasureLeftOutKeepsWhatIsRegistered() throws IOException {
        ObjectNode request = Cases.request("/asOf", "\"2026-01-15\"", "/measure/inForceFrom", "\"2025-03-13\"");
        assertThat(texts(determine(request), "warnings")).contains("VERIFY_LIFTING");
    }

    @Test
    void aMemberOfTheMeasureGivenAsNullIsNotKnown() throws IOException {
        ObjectNode request = Cases.request(
                "/asOf", "\"2025-03-15\"",
                "/measure/inForceFrom", "null",
                "/measure/inForceNotLaterThan", "null",
                "/measure/publicReports", "null");
        JsonNode answer = determine(request);
        assertThat(answer.get("reasonCode").asText()).isEqualTo("IN_FORCE_DATE_UNKNOWN");
        assertThat(texts(answer, "warnings")).doesNotContain("VERIFY_LIFTING");
    }

    @Test
    void withoutAWhatIfTheRegisteredSuspensionIsJudged() throws IOException {
        JsonNode answer = determine(Cases.request("/measure", "absent", "/asOf", "\"2025-03-17\""));
        assertThat(answer.get("reasonCode").asText()).isEqualTo("IN_FORCE_DATE_UNKNOWN");
        assertThat(texts(answer, "missing")).containsExactly("measure.inForceFrom");
    }

    @Test
    void theSameCaseHasTheSameAnswerAndTheSameHash() throws IOException {
        ObjectNode first = (ObjectNode) determine(Cases.request());
        ObjectNode second = (ObjectNode) determine(Cases.request("/facts/use/payer", "null"));
        first.remove("decidedAt");
        second.remove("decidedAt");
        assertThat(second).isEqualTo(first);
        assertThat(first.get("inputHash").asText()).matches("[a-z0-9]+:[0-9a-f]{64}");
    }

    @Test
    void anotherCaseHasAnotherHash() throws IOException {
        List<String> hashes = new ArrayList<>();
        for (ObjectNode request : List.of(
                Cases.request(),
                Cases.request("/asOf", "\"2025-06-03\""),
                Cases.request("/facts/use/product", "\"Copilot\""),
                Cases.request("/facts/exceptions/preExisting", "{}"),
                Cases.request("/measure/inForceFrom", "\"2025-03-14\""))) {
            hashes.add(determine(request).get("inputHash").asText());
        }
        assertThat(hashes).doesNotHaveDuplicates();
    }

    @Test
    void openTextIsRepeatedNowhere() {
        String secret = "\"Projet Zibeline de Jeanne\"";
        ask(
                        Cases.request(
                                "/facts/use/product", secret,
                                "/facts/exceptions/structuredApproach/purpose", secret,
                                "/asOf", "\"2026-01-15\"",
                                "/measure/successorInstrument", secret,
                                "/measure/publicReports",
                                        "[{\"reportedOn\": \"2026-01-02\", \"source\": " + secret + "}]"),
                        "application/json")
                .then()
                .statusCode(200)
                .body(not(containsString("Zibeline")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/surprise | 1 | /surprise",
                "/facts/surprise | 1 | /facts/surprise",
                "/facts/organization/surprise | true | /facts/organization/surprise",
                "/facts/use/surprise | true | /facts/use/surprise",
                "/facts/exceptions/dpiAuthorisation | {} | /facts/exceptions/dpiAuthorisation",
                "/facts/exceptions/preExisting/securityApproval/on | 1 | /facts/exceptions/preExisting/securityApproval/on",
                "/measure/surprise | 1 | /measure/surprise",
            })
    void anUnknownMemberIsRefusedWithItsPointer(String at, String json, String pointer) {
        ask(Cases.request(at, json), "application/json")
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
                "/asOf | \"2025-6-2\"",
                "/asOf | \"2025-02-30\"",
                "/asOf | \"2025-06-02T00:00:00Z\"",
                "/asOf | 20250602",
                "/asOf | [2025, 6, 2]",
                "/facts | []",
                "/facts/use/mode | \"TEAM\"",
                "/facts/use/mode | 0",
                "/facts/use/personal | \"true\"",
                "/facts/use/free | 1",
                "/facts/use/activities | \"DEPLOYMENT\"",
                "/facts/system/generativeAi | \"unknown\"",
                "/facts/exceptions/structuredApproach/securityOpinion/openConditions | 1.5",
                "/facts/exceptions/structuredApproach/securityOpinion/openConditions | 99999999999",
                "/measure/inForceFrom | \"today\"",
                "/measure/inForceFrom | {}",
            })
    void aValueOfTheWrongFormIsRefusedWithItsPointer(String at, String json) {
        ask(Cases.request(at, json), "application/json")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].pointer", equalTo(at))
                .body("violations[0].code", equalTo("INVALID_VALUE"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/asOf | null | /asOf | REQUIRED",
                "/facts | null | /facts | REQUIRED",
                "/facts/use | null | /facts/use/mode | REQUIRED",
                "/facts/use/mode | null | /facts/use/mode | REQUIRED",
                "/facts/use/activities | [null] | /facts/use/activities/0 | REQUIRED",
                "/measure/publicReports | [{\"source\": \"news\"}] | /measure/publicReports/0/reportedOn | REQUIRED",
                "/measure/publicReports | [null] | /measure/publicReports/0 | REQUIRED",
                "/facts/exceptions/structuredApproach/securityOpinion/openConditions | -1 "
                        + "| /facts/exceptions/structuredApproach/securityOpinion/openConditions | NEGATIVE",
            })
    void aCaseThatCannotBeJudgedIsRefusedWithItsPointer(String at, String json, String pointer, String code) {
        ask(Cases.request(at, json), "application/json")
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
        String many = "[" + "\"DEPLOYMENT\",".repeat(50) + "\"DEPLOYMENT\"]";
        String reports = "[" + "{\"reportedOn\":\"2025-01-01\"},".repeat(50) + "{\"reportedOn\":\"2025-01-01\"}]";
        ask(
                        Cases.request(
                                "/facts/use/product", long301,
                                "/facts/use/activities", many,
                                "/facts/exceptions/structuredApproach/purpose", long301,
                                "/measure/successorInstrument", long301,
                                "/measure/publicReports", reports),
                        "application/json")
                .then()
                .statusCode(422)
                .body(
                        "violations.pointer",
                        containsInAnyOrder(
                                "/facts/use/product",
                                "/facts/use/activities",
                                "/facts/exceptions/structuredApproach/purpose",
                                "/measure/successorInstrument",
                                "/measure/publicReports"));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        given().auth()
                .oauth2(token())
                .contentType("application/json")
                .body("{}")
                .when()
                .post(PATH)
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/asOf", "/facts"));
    }

    @Test
    void aFaultIsToldInTheCallersLanguage() {
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
                .body("title", equalTo("Cas non valide"));
    }

    @Test
    void anyValidTokenWillDoAndNoneWillNot() {
        given().auth()
                .oauth2(TestTokens.as("suite-system").audience("genai-registry").sign())
                .contentType("application/json")
                .body(Cases.request().toString())
                .when()
                .post(PATH)
                .then()
                .statusCode(200);
        given().contentType("application/json")
                .body(Cases.request().toString())
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
        ask(Cases.request(), accept).then().statusCode(200).contentType(containsString(type));
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
        return TestTokens.as("diane")
                .institution("MSSS")
                .roles("registry-declarant")
                .audience("genai-registry")
                .sign();
    }

    private static List<String> texts(JsonNode answer, String member) {
        List<String> texts = new ArrayList<>();
        answer.get(member).forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
