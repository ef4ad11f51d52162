package ca.balise.deid.risk;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import ca.balise.deid.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a caller may ask to be measured, and what is answered. */
@QuarkusTest
class MeasuresResourceTest extends ServiceTest {

    private static final String SCORES = "/deid/v1/scores";

    private static final String PEOPLE = """
            sex,age,illness,weight
            F,40,a,10
            F,40,b,10
            M,41,b,20
            M,41,c,20
            M,42,c,40
            """;

    @Test
    void saysThatThePopulationIsUnknownWhereNothingWasSaidOfIt() {
        form("", PEOPLE)
                .body("risk.prosecutor.maximum", equalTo(1.0))
                .body("risk.journalist", nullValue())
                .body("risk.marketer", nullValue())
                .body("population", nullValue())
                .body("notMeasured.find { it.member == 'risk.journalist' }.reason", equalTo("POPULATION_UNKNOWN"))
                .body("notMeasured.member", hasItems("risk.journalist", "risk.marketer", "population"))
                .body("notMeasured[0].message.fr", containsString("population"));
    }

    @Test
    void estimatesFromTheFractionThatWasSampled() {
        form("\"sample\": {\"fraction\": 0.1}", PEOPLE)
                .body("risk.journalist.maximum", closeTo(0.1, 1e-12))
                .body("risk.marketer.average", closeTo(3 / 50.0, 1e-12))
                .body("risk.marketer.maximum", nullValue())
                .body("population.basis", equalTo("FRACTION"))
                .body("population.size", equalTo(50.0))
                .body("population.estimates.model", contains("PITMAN", "ZAYATZ", "SLIDE_NEGATIVE_BINOMIAL"))
                .body("population.estimates[1].paper", containsString("Zayatz"))
                .body("population.estimates[1].caution.en", containsString("Overestimates"))
                .body("population.individualRisk.exact.maximum", closeTo(1 / 9.0 * Math.log(10), 1e-12))
                .body("warnings.code", hasItems("POPULATION_ESTIMATED", "SAMPLE_DESIGN_NOT_STATED"))
                .body("verdict", equalTo("NOT_RELEASABLE"));
    }

    @Test
    void estimatesNothingOfASampleThatWasNotDrawnAtRandom() {
        form("\"sample\": {\"fraction\": 0.1, \"drawnAtRandom\": false}", PEOPLE)
                .body("population", nullValue())
                .body("notMeasured.reason", hasItem("NOT_A_RANDOM_SAMPLE"));
        form("\"sample\": {\"fraction\": 0.1, \"membershipKnown\": true}", PEOPLE)
                .body("risk.journalist", nullValue())
                .body("notMeasured.reason", hasItem("MEMBERSHIP_KNOWN"));
    }

    @Test
    void addsUpTheWeightsOfEachCell() {
        form("\"sample\": {\"weightVariable\": \"weight\"}", PEOPLE)
                .body("population.size", equalTo(100.0))
                .body("population.basis", equalTo("WEIGHTS"))
                .body("risk.journalist.maximum", closeTo(1 / 20.0, 1e-12))
                .body("population.populationUniques", nullValue())
                .body("notMeasured.reason", hasItem("UNEQUAL_WEIGHTS"));
    }

    @Test
    void refusesAWeightThatIsNoPositiveNumberByItsColumnAlone() {
        for (String weight : new String[] {"", "-1", "0", "many", "0x10", "NaN", "1e999"}) {
            send("\"sample\": {\"weightVariable\": \"weight\"}", PEOPLE.replace("F,40,a,10", "F,40,a," + weight))
                    .statusCode(422)
                    .body("violations[0].code", equalTo("WEIGHT_NOT_A_NUMBER"))
                    .body("violations[0].pointer", equalTo("weight"))
                    .body(not(containsString("many")));
        }
    }

    private static final String POPULATION = """
            "oneRecordPerPerson": true, "minimumCellSize": 3,
            "sample": {"drawnAtRandom": %s, "membershipKnown": false, "population": {"cells": [
              {"key": ["F", "40"], "count": 30}, {"key": ["M", "41"], "count": 12}, {"key": ["M", "42"], "count": 3},
              {"key": ["F", "43"], "count": 1}]}}""";

    @Test
    void judgesByThePopulationWhereItWasCountedAndTheDrawIsStated() {
        form(POPULATION.formatted("true"), PEOPLE)
                .body("risk.journalist.maximum", closeTo(1 / 3.0, 1e-12))
                .body("population.basis", equalTo("KNOWN_CELLS"))
                .body("population.smallestCell", equalTo(3))
                .body("population.populationUniques", equalTo(1.0))
                .body("reasons.code", hasItem("POPULATION_MINIMUM_REACHED"))
                .body("reasons.code", not(hasItem("CELLS_BELOW_MINIMUM")));
        form(POPULATION.formatted("null"), PEOPLE)
                .body("risk.journalist.maximum", closeTo(1 / 3.0, 1e-12))
                .body("reasons.code", hasItem("CELLS_BELOW_MINIMUM"));
    }

    @Test
    void keepsNoSpecificationThatHoldsValues() {
        for (String member : new String[] {
            POPULATION.formatted("true"),
            "\"measures\": {\"closeness\": [{\"variable\": \"illness\", \"distance\": \"ORDERED\", \"order\": [\"a\"]}]}"
        }) {
            as(alice())
                    .contentType(ContentType.JSON)
                    .body(specification(member))
                    .post("/deid/v1/specifications")
                    .then()
                    .statusCode(422)
                    .body("violations[0].code", equalTo("HOLDS_VALUES"));
        }
        as(alice())
                .contentType(ContentType.JSON)
                .body(specification("\"sample\": {\"fraction\": 0.5}, \"measures\": {\"recursiveC\": 2}"))
                .post("/deid/v1/specifications")
                .then()
                .statusCode(201)
                .body("specification.sample.fraction", equalTo(0.5f));
    }

    @Test
    void listsCombinationsAndWhatEachQuasiIdentifierAdds() {
        form("", PEOPLE)
                .body(
                        "combinations.names",
                        contains(java.util.List.of("sex"), java.util.List.of("age"), java.util.List.of("sex", "age")))
                .body("combinations[1].cells", equalTo(3))
                .body("combinations[1].uniqueRecords", equalTo(1))
                .body("combinations[1].distinction", closeTo(0.6, 1e-12))
                .body("combinations[1].separation", closeTo(0.8, 1e-12))
                .body("quasiIdentifiers.find { it.name == 'age' }.uniqueRecordsAdded", equalTo(1))
                .body("quasiIdentifiers.find { it.name == 'sex' }.uniqueRecordsAdded", equalTo(0))
                .body("specialUniques.maximumSize", equalTo(1))
                .body("specialUniques.records", equalTo(1))
                .body("specialUniques.contributions.find { it.name == 'age' }.share", equalTo(1.0))
                .body("warnings.code", hasItem("UNIQUE_ON_FEW_VARIABLES"));
        form("\"measures\": {\"combinations\": {\"maximumSize\": 1}}", PEOPLE).body("combinations", hasSize(2));
    }

    @Test
    void measuresWhatCellsGiveAwayOfASensitiveVariable() {
        form("\"measures\": {\"recursiveC\": 2}", PEOPLE)
                .body("sensitive[0].distinctDiversity", equalTo(1))
                .body("sensitive[0].entropyDiversity", closeTo(1, 1e-12))
                .body("sensitive[0].recursiveDiversity.c", equalTo(2.0))
                .body("sensitive[0].recursiveDiversity.l", equalTo(1))
                .body("sensitive[0].closeness", closeTo(0.6, 1e-12))
                .body("sensitive[0].closenessDistance", equalTo("EQUAL"))
                .body("sensitive[0].basicBetaLikeness", closeTo(1.5, 1e-12))
                .body("sensitive[0].deltaDisclosure", nullValue())
                .body("sensitive[0].deltaDisclosureOfPresent", closeTo(Math.log(2.5), 1e-12))
                .body("sensitive[0].largestShare", equalTo(1.0))
                .body("sensitive[0].homogeneousCells", equalTo(1))
                .body("notMeasured.member", hasItem("sensitive[name=illness].deltaDisclosure"));
    }

    @Test
    void takesTheDistanceThatWasAskedFor() {
        String hierarchy = """
                "measures": {"closeness": [{"variable": "illness", "distance": "HIERARCHICAL",
                  "hierarchy": [["a", "x", "*"], ["b", "x", "*"], ["c", "y", "*"]]}]}""";
        // All (0.2, 0.4, 0.4); the cell of c alone: leaves 0.2 + 0.4 + 0.6, parents 0.6 + 0.6, by 1/4.
        form(hierarchy, PEOPLE)
                .body("sensitive[0].closeness", closeTo(0.6, 1e-12))
                .body("sensitive[0].closenessDistance", equalTo("HIERARCHICAL"));
    }

    @Test
    void matchesAMissingValueWithAnythingWhereAsked() {
        String people = "sex,age,illness,weight\nF,40,a,1\nF,,b,1\nF,41,c,1\n*,*,d,1\n";
        form("\"missingValues\": \"MATCHES_ANYTHING\"", people)
                .body("missingValues", equalTo("MATCHES_ANYTHING"))
                .body("records", equalTo(3))
                .body("suppressedRecords", equalTo(1))
                .body("smallestCell", equalTo(2))
                .body("uniqueRecords", equalTo(0));
        form("", people).body("missingValues", equalTo("OWN_CATEGORY")).body("uniqueRecords", equalTo(3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"sample\": {}                                                 | SAMPLE_ONE_OF            | /sample",
                "\"sample\": {\"fraction\": 0.1, \"populationSize\": 5}         | SAMPLE_ONE_OF            | /sample",
                "\"sample\": {\"fraction\": 0}                                  | FRACTION_OUT_OF_RANGE    | /sample/fraction",
                "\"sample\": {\"fraction\": 1.5}                                | FRACTION_OUT_OF_RANGE    | /sample/fraction",
                "\"sample\": {\"populationSize\": 0}                            | PERSONS_OUT_OF_RANGE     | /sample/populationSize",
                "\"sample\": {\"weightVariable\": \"sex\"}                      | WEIGHT_NOT_OTHER         | /sample/weightVariable",
                "\"sample\": {\"weightVariable\": \"colour\"}                   | WEIGHT_NOT_OTHER         | /sample/weightVariable",
                "\"sample\": {\"population\": {}}                               | REQUIRED                 | /sample/population/cells",
                "\"sample\": {\"population\": {\"cells\": [null]}}              | REQUIRED                 | /sample/population/cells/0/key",
                "\"sample\": {\"population\": {\"cells\": [{\"key\": [\"F\"], \"count\": 1}]}} | KEY_LENGTH | /sample/population/cells/0/key",
                "\"sample\": {\"population\": {\"cells\": [{\"key\": [\"F\", null], \"count\": -1}]}} | COUNT_OUT_OF_RANGE | /sample/population/cells/0/count",
                "\"sample\": {\"population\": {\"quasiIdentifiers\": [\"sex\"], \"cells\": []}} | QUASI_IDENTIFIERS_DIFFER | /sample/population/quasiIdentifiers",
                "\"measures\": {\"combinations\": {}}                           | REQUIRED                 | /measures/combinations/maximumSize",
                "\"measures\": {\"combinations\": {\"maximumSize\": 0}}         | SIZE_OUT_OF_RANGE        | /measures/combinations/maximumSize",
                "\"measures\": {\"specialUniques\": {\"maximumSize\": 63}}      | SIZE_OUT_OF_RANGE        | /measures/specialUniques/maximumSize",
                "\"measures\": {\"recursiveC\": 0}                              | CONSTANT_OUT_OF_RANGE    | /measures/recursiveC",
                "\"measures\": {\"closeness\": [null]}                          | REQUIRED                 | /measures/closeness/0/variable",
                "\"measures\": {\"closeness\": [{\"variable\": \"sex\", \"distance\": \"EQUAL\"}]} | NOT_SENSITIVE | /measures/closeness/0/variable",
                "\"measures\": {\"closeness\": [{\"variable\": \"illness\", \"distance\": \"EQUAL\", \"order\": []}]} | NOT_OF_THIS_DISTANCE | /measures/closeness/0/order",
                "\"measures\": {\"closeness\": [{\"variable\": \"illness\", \"distance\": \"ORDERED\", \"order\": [\"a\", \"a\"]}]} | VALUE_DUPLICATE | /measures/closeness/0/order",
                "\"measures\": {\"closeness\": [{\"variable\": \"illness\", \"distance\": \"HIERARCHICAL\"}]} | REQUIRED | /measures/closeness/0/hierarchy",
                "\"measures\": {\"closeness\": [{\"variable\": \"illness\", \"distance\": \"HIERARCHICAL\", \"hierarchy\": [[\"a\", \"x\"], [\"b\"]]}]} | HIERARCHY_UNEVEN | /measures/closeness/0/hierarchy/1",
            })
    void pointsAtTheMemberAtFault(String members, String code, String pointer) {
        send(members, PEOPLE)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("violations.code", hasItem(code))
                .body("violations.pointer", hasItem(pointer));
    }

    private static String specification(String members) {
        return """
                {"variables": [{"name": "sex", "role": "QUASI_IDENTIFIER"}, {"name": "age", "role": "QUASI_IDENTIFIER"},
                               {"name": "illness", "role": "SENSITIVE"}, {"name": "weight", "role": "OTHER"}]%s}
                """.formatted(members.isEmpty() ? "" : ", " + members);
    }

    private static ValidatableResponse form(String members, String csv) {
        return send(members, csv).statusCode(200);
    }

    private static ValidatableResponse send(String members, String csv) {
        return as(alice())
                .config(RestAssuredConfig.config()
                        .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.DOUBLE)))
                .multiPart("specification", specification(members), "application/json")
                .multiPart("data", "data.csv", csv.getBytes(StandardCharsets.UTF_8), "text/csv")
                .post(SCORES)
                .then();
    }
}
