package ca.balise.genai.measure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import ca.balise.genai.RegistryTest;
import ca.balise.kit.reasoning.Source;
import ca.balise.kit.testing.SharedMaterial;
import ca.balise.kit.testing.TestTokens;
import ca.balise.kit.testing.VerbatimQuotes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@RegistryTest
class MeasureResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final TestTokens DIANE =
            TestTokens.as("diane").institution("MSSS").audience("genai-registry");

    /** The cases name their source by its file. */
    private static final Map<String, String> INSTRUMENTS =
            Map.of("000", "OPC-2024-12-10", "001", "RCMP-2020-02-27", "002", "IA-RI-2025-001-OP");

    @Test
    void listsTheThreeMeasuresOfTheTexts() throws IOException {
        assertThat(measures().findValuesAsText("instrument").stream().distinct())
                .containsExactlyInAnyOrder("IA-RI-2025-001-OP", "OPC-2024-12-10", "RCMP-2020-02-27");
        assertThat(measures()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "sort=instrument, IA-RI-2025-001-OP OPC-2024-12-10 RCMP-2020-02-27",
        "sort=-instrument, RCMP-2020-02-27 OPC-2024-12-10 IA-RI-2025-001-OP",
        "type=SUSPENSION, IA-RI-2025-001-OP",
        "type=VOLUNTARY_MORATORIUM&type=SUSPENSION&sort=instrument, IA-RI-2025-001-OP OPC-2024-12-10",
        "status=ACTIVE_AS_REPORTED&type=LIMITED_USE_DISCLOSURE, RCMP-2020-02-27",
    })
    void sortsAndFilters(String query, String instruments) {
        List<String> seen = new ArrayList<>();
        for (String next = "/genai-registry/v1/measures?limit=1&" + query; next != null; ) {
            Response page = given().auth().oauth2(DIANE.sign()).when().get(next);
            seen.addAll(page.then().statusCode(200).extract().path("items.instrument"));
            String link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(seen).containsExactly(instruments.split(" "));
    }

    @Test
    void sortsByTheDayOfTheText() {
        List<String> days = new ArrayList<>();
        for (String next = "/genai-registry/v1/measures?limit=1&sort=-statusReportedOn"; next != null; ) {
            Response page = given().auth().oauth2(DIANE.sign()).when().get(next);
            days.addAll(page.then().statusCode(200).extract().path("items.statusReportedOn"));
            String link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(days).hasSize(3).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void readsByIdWhatItLists() throws IOException {
        for (JsonNode listed : measures()) {
            assertThat(read(listed.get("id").asText())).isEqualTo(listed);
        }
    }

    @Test
    void idsAreTimeOrdered() throws IOException {
        for (JsonNode measure : measures()) {
            assertThat(UUID.fromString(measure.get("id").asText()).version()).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"M01", "M02", "M03", "M04", "M05", "M06", "M07"})
    void answersTheCase(String id) throws IOException {
        JsonNode known = knownCase(id);
        JsonNode measure = measureOf(INSTRUMENTS.get(known.at("/citation/seed").asText()));
        known.get("expected").properties().forEach(member -> {
            assertThat(measure.has(member.getKey())).as(member.getKey()).isTrue();
            assertThat(measure.get(member.getKey())).as(member.getKey()).isEqualTo(member.getValue());
        });
    }

    @Test
    void quotesEveryTextToTheLetter() throws IOException {
        List<Source.Citation> citations = new ArrayList<>();
        for (JsonNode source : measures().findValues("source")) {
            if (source.isObject()) {
                citations.add(new Source.Citation(
                        source.get("instrument").asText(),
                        source.get("paragraph").asText(),
                        source.get("quote").asText()));
            }
        }
        assertThat(citations).hasSizeGreaterThan(40);
        VerbatimQuotes.assertAllStandIn(citations);
    }

    @Test
    void inventsNoDayOnWhichTheSuspensionBeganToBind() throws IOException {
        JsonNode suspension = measureOf("IA-RI-2025-001-OP");
        assertThat(suspension.get("inForceFrom").isNull()).isTrue();
        assertThat(suspension.get("inForceNotLaterThan").asText()).isEqualTo("2025-03-18");
        assertThat(suspension.get("conclusionsCommunicatedOn").isNull()).isTrue();
        assertThat(suspension.at("/publicReports/0/reportedOn").asText()).isEqualTo("2025-12-19");
        assertThat(dateOf(suspension, "IN_FORCE_FROM").get("basis").asText()).isEqualTo("NOT_STATED");
        assertThat(dateOf(suspension, "IN_FORCE_NOT_LATER_THAN").get("basis").asText())
                .isEqualTo("INFERRED");
    }

    @Test
    void theSuspensionKeepsItsReasonsItsTwoPhasesItsRecommendationsAndItsContact() throws IOException {
        JsonNode suspension = measureOf("IA-RI-2025-001-OP");
        assertThat(codesOf(suspension, "REASON"))
                .containsExactly(
                        "AVOID_DUPLICATED_WORK_AND_SPENDING", "POOL_PRELIMINARY_WORK", "SECURITY_AND_PRIVACY_RISKS");
        assertThat(codesOf(suspension, "PHASE"))
                .containsExactly("FIRST_PHASE_ISSUES_FOUND", "SECOND_PHASE_RISKS_AND_USE_CASES");
        assertThat(codesOf(suspension, "RECOMMENDATION"))
                .containsExactly("RECOMMENDED_RISK_AWARENESS", "REFER_GOOD_PRACTICE_GUIDE");
        assertThat(suspension.at("/contact/email").asText()).isEqualTo("encadrement.ia@mcn.gouv.qc.ca");
        assertThat(suspension.get("binding").asBoolean()).isTrue();
        assertThat(suspension.get("englishIsUnofficial").asBoolean()).isTrue();
    }

    @Test
    void theMoratoriumKeepsWhatIsOursApart() throws IOException {
        JsonNode moratorium = measureOf("OPC-2024-12-10");
        assertThat(statementOf(moratorium, "OPC_QUESTIONS_RESOLVED")
                        .get("basis")
                        .asText())
                .isEqualTo("INFERRED");
        assertThat(codesOf(moratorium, "OBSERVATION"))
                .containsExactly("CONSENT_OF_MEMBERS_QUESTIONED", "MEMBERS_NOT_INFORMED_AS_REPORTED", "TEMPORARY");
        assertThat(codesOf(moratorium, "REASON")).isEmpty();
        assertThat(codesOf(moratorium, "PRINCIPLE")).containsExactly("PUBLIC_INFORMATION_REMAINS_PROTECTED");
    }

    @Test
    void theLimitedUseGivesItsContextInNumbers() throws IOException {
        JsonNode use = measureOf("RCMP-2020-02-27");
        assertThat(statementOf(use, "REPORTS_RECEIVED").at("/quantity/value").asLong())
                .isEqualTo(102_967);
        assertThat(statementOf(use, "REPORTS_INCREASE_SINCE_2014")
                        .at("/quantity/value")
                        .asLong())
                .isEqualTo(1106);
        assertThat(codesOf(use, "COMMITMENT"))
                .containsExactly("CONSULT_PRIVACY_COMMISSIONER_ON_GUIDELINES_AND_POLICIES");
    }

    @Test
    void aCallerWithoutInstitutionReadsThemToo() {
        given().auth()
                .oauth2(TestTokens.as("suite-system").audience("genai-registry").sign())
                .when()
                .get("/genai-registry/v1/measures")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(3));
    }

    @Test
    void listsThemInPages() throws IOException {
        String all = measures().findValuesAsText("instrument").toString();
        Response first = ask("/genai-registry/v1/measures?limit=2");
        String link = first.header("Link");
        Response second = ask(link.substring(1, link.indexOf('>')));
        first.then().body("items.size()", equalTo(2));
        second.then().statusCode(200).body("items.size()", equalTo(1)).header("Link", nullValue());
        assertThat(all)
                .contains(second.<String>path("items[0].instrument"))
                .contains(first.<String>path("items[0].instrument"))
                .contains(first.<String>path("items[1].instrument"));
    }

    @Test
    void aMeasureThatTheCallerHasIsNotSentAgain() throws IOException {
        for (String address : List.of(
                "/genai-registry/v1/measures",
                "/genai-registry/v1/measures/"
                        + measureOf("OPC-2024-12-10").get("id").asText())) {
            given().auth()
                    .oauth2(DIANE.sign())
                    .header("If-None-Match", ask(address).header("ETag"))
                    .when()
                    .get(address)
                    .then()
                    .statusCode(304);
        }
    }

    private static JsonNode measures() throws IOException {
        return JSON.readTree(get("/genai-registry/v1/measures")).get("items");
    }

    private static JsonNode read(String id) throws IOException {
        return JSON.readTree(get("/genai-registry/v1/measures/" + id));
    }

    private static Response ask(String path) {
        return given().auth().oauth2(DIANE.sign()).when().get(path);
    }

    private static String get(String path) {
        return ask(path)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .asString();
    }

    private static JsonNode measureOf(String instrument) throws IOException {
        return only(measures(), "instrument", instrument);
    }

    private static JsonNode dateOf(JsonNode measure, String role) {
        return only(measure.get("dates"), "role", role);
    }

    private static JsonNode statementOf(JsonNode measure, String code) {
        return only(measure.get("statements"), "code", code);
    }

    private static TreeSet<String> codesOf(JsonNode measure, String kind) {
        TreeSet<String> codes = new TreeSet<>();
        measure.get("statements").forEach(statement -> {
            if (statement.get("kind").asText().equals(kind)) {
                codes.add(statement.get("code").asText());
            }
        });
        return codes;
    }

    private static JsonNode knownCase(String id) throws IOException {
        return only(
                JSON.readTree(SharedMaterial.caseFile("genai-measures.json").toFile())
                        .get("cases"),
                "id",
                id);
    }

    private static JsonNode only(JsonNode nodes, String member, String value) {
        List<JsonNode> found = new ArrayList<>();
        nodes.forEach(node -> {
            if (node.get(member).asText().equals(value)) {
                found.add(node);
            }
        });
        assertThat(found).as(member + " " + value).hasSize(1);
        return found.getFirst();
    }
}
