package ca.balise.deid.threshold;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import ca.balise.deid.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class MinimumCellSizeResourceTest extends ServiceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"sensitivity\": \"LESS_SENSITIVE\"} | 10",
                "{\"sensitivity\": \"MORE_SENSITIVE\", \"access\": \"PUBLIC\"} | 20",
                "{} | 20",
                "{\"sensitivity\": null} | 20",
                "{\"sensitivity\": \"LESS_SENSITIVE\", \"preset\": \"IPC_ONTARIO\", \"possibleHarm\": \"LOW\", \"confidentialityExpected\": false} | 11",
                "{\"sensitivity\": \"LESS_SENSITIVE\", \"access\": \"GOVERNED\", \"legalAuthority\": true, \"agreement\": true, \"otherMeasuresRecorded\": true} | 5",
            })
    void recommendsASizeWithOneReasonAFactor(String factors, int size) {
        advise(factors)
                .statusCode(200)
                .body("recommended", equalTo(size))
                .body("floor", equalTo(3))
                .body("reasons", hasSize(11))
                .body("reasons[0].factor", equalTo("SENSITIVITY"))
                .body("reasons.source.instrument.unique()", contains("PIN-2020-03"))
                .body("missing", hasItem("COLLECTION"))
                .body("remarks.code", hasItem("CASE_BY_CASE"))
                .body("remarks[0].source.ownRule.fr", not(equalTo(null)));
    }

    @Test
    void anOwnScaleNeedsItsAnchorsAndAJustification() {
        advise("{\"preset\": \"CUSTOM\"}")
                .statusCode(422)
                .body("code", equalTo("INVALID_FACTORS"))
                .body("violations.pointer", contains("/justification", "/anchors"));
        advise("""
                {"preset": "CUSTOM", "justification": "Set by the data governance board.", "sensitivity": "LESS_SENSITIVE",
                 "anchors": {"lessSensitive": 6, "moreSensitive": 12, "governedLessSensitive": 3, "governedMoreSensitive": 6}}""").statusCode(200).body("recommended", equalTo(6)).body("preset", equalTo("CUSTOM"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"dataAgeYears\": -1} | /dataAgeYears | OUT_OF_RANGE",
                "{\"seriesMinimumCellSize\": 2} | /seriesMinimumCellSize | OUT_OF_RANGE",
                "{\"anchors\": {}} | /anchors | ONLY_WITH_CUSTOM",
                "{\"preset\": \"CUSTOM\", \"justification\": \"x\", \"anchors\": {\"lessSensitive\": 2, \"moreSensitive\": 9, \"governedLessSensitive\": 3, \"governedMoreSensitive\": 3}} | /anchors/lessSensitive | OUT_OF_RANGE",
                "{\"preset\": \"CUSTOM\", \"justification\": \"x\", \"anchors\": {\"lessSensitive\": 9, \"moreSensitive\": 8, \"governedLessSensitive\": 3, \"governedMoreSensitive\": 3}} | /anchors | ANCHORS_OUT_OF_ORDER",
            })
    void refusesWhatDoesNotHoldTogetherWithItsPointer(String factors, String pointer, String code) {
        advise(factors)
                .statusCode(422)
                .body("violations.pointer", contains(pointer))
                .body("violations.code", contains(code));
    }

    @Test
    void refusesAnUnknownFactorByName() {
        advise("{\"sensitivty\": \"LESS_SENSITIVE\"}")
                .statusCode(400)
                .body("violations.pointer", contains("/sensitivty"));
    }

    @Test
    void aScoreUsesTheFactorsOfItsContext() {
        String data = "a\n" + "x\n".repeat(15);
        String context =
                "\"disclosure\": \"SHARING_RESEARCH\", \"sensitivity\": \"MORE_SENSITIVE\", \"access\": \"GOVERNED\","
                        + " \"legalAuthority\": true, \"trustedRecipient\": true, \"otherMeasuresRecorded\": true";

        score(context, data)
                .statusCode(200)
                .body("minimumCellSize", equalTo(10))
                .body("minimumCellSizeBasis", equalTo("FACTORS"))
                .body("cellsBelowMinimum", equalTo(0))
                .body("reasons.code", hasItem("SMALLER_MINIMUM_UNDER_AGREEMENT"));
        score(context.replace("\"legalAuthority\": true", "\"legalAuthority\": null"), data)
                .statusCode(200)
                .body("minimumCellSize", equalTo(20))
                .body("cellsBelowMinimum", equalTo(1));
    }

    @Test
    void aContextWhoseSensitivityIsUnknownIsNeverMeasuredBelowTheStricterAnchor() {
        score(
                        "\"access\": \"GOVERNED\", \"legalAuthority\": true, \"agreement\": true, \"otherMeasuresRecorded\": true",
                        "a\nx\n")
                .statusCode(200)
                .body("minimumCellSize", equalTo(20))
                .body("minimumCellSizeBasis", equalTo("LEFT_OPEN"));
    }

    @Test
    void accessCannotBeGovernedWhereTheDisclosureIsAPublication() {
        score("\"disclosure\": \"PUBLICATION\", \"access\": \"GOVERNED\"", "a\nx\n")
                .statusCode(422)
                .body("violations.pointer", contains("/context/access"))
                .body("violations.code", contains("CONTRADICTS_DISCLOSURE"));
    }

    private static ValidatableResponse advise(String factors) {
        return as(alice())
                .contentType(ContentType.JSON)
                .body(factors)
                .post("/deid/v1/minimum-cell-sizes")
                .then();
    }

    private static ValidatableResponse score(String context, String data) {
        return as(alice())
                .multiPart(
                        "specification",
                        "{\"variables\": [{\"name\": \"a\", \"role\": \"QUASI_IDENTIFIER\"}], \"oneRecordPerPerson\": true, \"context\": {"
                                + context + "}}",
                        "application/json")
                .multiPart("data", "data.csv", data.getBytes(java.nio.charset.StandardCharsets.UTF_8), "text/csv")
                .post("/deid/v1/scores")
                .then();
    }
}
