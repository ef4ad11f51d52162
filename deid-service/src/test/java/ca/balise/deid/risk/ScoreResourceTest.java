package ca.balise.deid.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import ca.balise.deid.ServiceTest;
import ca.balise.kit.testing.HostileToken;
import ca.balise.kit.testing.SharedMaterial;
import ca.balise.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ScoreResourceTest extends ServiceTest {

    private static final String SCORES = "/deid/v1/scores";
    private static final String SPECIFICATIONS = "/deid/v1/specifications";

    private static final String SEX_AND_AGE = """
            {"variables": [{"name": "sex", "role": "QUASI_IDENTIFIER"}, {"name": "age", "role": "QUASI_IDENTIFIER"},
                           {"name": "illness", "role": "SENSITIVE"}],
             "minimumCellSize": 3}""";

    private static final String FIVE_PEOPLE = "sex,age,illness\nF,40,a\nF,40,b\nF,40,a\nM,41,b\nM,41,b\n";

    @Test
    void scoresTheAdultExtractToTheLastDigit() throws IOException {
        SharedMaterial.assumePresent();
        byte[] adult = Files.readAllBytes(SharedMaterial.data("adult/adult.csv"));

        var score = form(adultSpecification(""), adult)
                .statusCode(200)
                .extract()
                .jsonPath(JsonPathConfig.jsonPathConfig().numberReturnType(NumberReturnType.DOUBLE));

        assertThat(score.getLong("records")).isEqualTo(30_162);
        assertThat(score.getLong("cells")).isEqualTo(18_109);
        assertThat(score.getLong("uniqueRecords")).isEqualTo(14_021);
        assertThat(score.getInt("smallestCell")).isEqualTo(1);
        assertThat(score.getInt("largestCell")).isEqualTo(45);
        assertThat(score.getLong("recordsBelowMinimum")).isEqualTo(25_769);
        assertThat(score.getDouble("risk.average")).isCloseTo(0.6003912207413301, within(0.6003912207413301 * 1e-12));
        assertThat(score.getString("verdict")).isEqualTo("NOT_RELEASABLE");
        assertThat(score.getList("cellSizes.size").subList(0, 3)).isEqualTo(List.of(1, 2, 3));
        assertThat(score.getList("cellSizes.cells").subList(0, 3)).isEqualTo(List.of(14_021, 2_026, 796));
    }

    @Test
    void saysWhatWouldHaveToChangeWithTheScoreItWouldLeadTo() {
        String specification = """
                {"variables": [{"name": "age", "role": "QUASI_IDENTIFIER"}, {"name": "sin", "role": "DIRECT_IDENTIFIER"},
                               {"name": "illness", "role": "SENSITIVE"}],
                 "oneRecordPerPerson": true, "minimumCellSize": 3}""";
        String data = "age,sin,illness\n20,1,a\n21,2,a\n22,3,a\n30,4,a\n31,5,b\n32,6,c\n";

        form(specification, data)
                .statusCode(200)
                .body("plan.rank", equalTo(List.of(1, 2, 3, 4, 5, 6, 7)))
                .body("plan[0].action", equalTo("REMOVE_IDENTIFIERS"))
                .body("plan[0].variables", contains("sin"))
                .body("plan[0].settles", contains("DIRECT_IDENTIFIER_DECLARED"))
                .body("plan[1].action", equalTo("RECODE"))
                .body("plan[1].predicted.recodings.to", contains("BANDS_OF_5"))
                .body("plan[1].predicted.smallestCell", equalTo(3))
                .body("plan[1].predicted.homogeneousCells", equalTo(1))
                .body("plan[1].settles", contains("CELLS_BELOW_MINIMUM"))
                .body("plan[1].reason.source.paragraph", equalTo("5.1.4"))
                .body("plan[5].action", equalTo("WITHHOLD_SENSITIVE"))
                .body("plan[6].action", equalTo("STATE_FACTS"))
                .body("plan[6].variables", hasItem("context.disclosure"));
    }

    @Test
    void theThreeFormsGiveTheSameAnswer() {
        String form = form(SEX_AND_AGE, FIVE_PEOPLE).statusCode(200).extract().asString();

        String rows = """
                {"specification": %s, "rows": [
                  {"sex": "F", "age": 40, "illness": "a"}, {"age": 40, "sex": "F", "illness": "b"},
                  {"sex": "F", "age": 40, "illness": "a"}, {"sex": "M", "age": 41, "illness": "b"},
                  {"sex": "M", "age": "41", "illness": "b"}]}""".formatted(SEX_AND_AGE);
        String json = as(alice())
                .contentType(ContentType.JSON)
                .body(rows)
                .post(SCORES)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String raw = raw("text/csv", keep(SEX_AND_AGE), FIVE_PEOPLE)
                .statusCode(200)
                .extract()
                .asString();

        assertThat(json).isEqualTo(form);
        assertThat(raw).isEqualTo(form);
    }

    @Test
    void readsLinesOfJson() {
        raw("application/x-ndjson", keep(SEX_AND_AGE), """
                        {"sex": "F", "age": 40, "illness": "a"}
                        {"sex": "F", "age": 40}
                        """)
                .statusCode(200)
                .body("records", equalTo(2))
                .body("smallestCell", equalTo(2));
    }

    @Test
    void explainsItsVerdictWithTheSource() {
        form(SEX_AND_AGE, FIVE_PEOPLE)
                .statusCode(200)
                .body("verdict", equalTo("NOT_RELEASABLE"))
                .body("reasons[0].code", equalTo("CELLS_BELOW_MINIMUM"))
                .body("reasons[0].effect", equalTo("FAILS"))
                .body("reasons[0].force", equalTo("MUST"))
                .body(
                        "reasons[0].message.en",
                        equalTo("1 cell has fewer than 3 people, with 2 of 5 records; 0 of a single person."))
                .body("reasons[0].message.fr", containsString("soit 2 enregistrements sur 5"))
                .body("reasons[0].source.instrument", equalTo("PIN-2020-03"))
                .body("reasons[0].source.quote", containsString("aucune possibilité sérieuse"))
                .body("reasons.code", hasItem("HOMOGENEOUS_CELL"))
                .body("missing", hasItem("oneRecordPerPerson"))
                .body("risk.journalist", nullValue());
    }

    @Test
    void measuresAtTenWhereNothingWasSaidAndDecidesNothing() {
        String bare = "{\"variables\": [{\"name\": \"sex\", \"role\": \"QUASI_IDENTIFIER\"}]}";
        String many = "sex\n" + "F\n".repeat(12);

        form(bare, many)
                .statusCode(200)
                .body("minimumCellSize", equalTo(10))
                .body("minimumCellSizeBasis", equalTo("STARTING_POINT"))
                .body("verdict", equalTo("INDETERMINATE"))
                .body("missing", hasItem("minimumCellSize"));
    }

    @Test
    void measuresAtTwentyWhereTheContextLeavesTheMinimumOpen() {
        String open = "{\"variables\": [{\"name\": \"sex\", \"role\": \"QUASI_IDENTIFIER\"}], \"context\": {}}";

        form(open, "sex\n" + "F\n".repeat(30))
                .statusCode(200)
                .body("minimumCellSize", equalTo(20))
                .body("verdict", equalTo("INDETERMINATE"));
    }

    @Test
    void findsADirectIdentifierWhateverItsRole() {
        String note = """
                {"variables": [{"name": "sex", "role": "QUASI_IDENTIFIER"}, {"name": "note", "role": "OTHER"}],
                 "oneRecordPerPerson": true}""";

        form(note, "sex,note\nF,130 692 544\nM,130692544\n")
                .statusCode(200)
                .body("directIdentifiers[0].name", equalTo("note"))
                .body("directIdentifiers[0].kind", equalTo("SOCIAL_INSURANCE_NUMBER"))
                .body("directIdentifiers[0].share", equalTo(1.0f))
                .body("reasons.code", hasItem("DIRECT_IDENTIFIER_FOUND"))
                .body(not(containsString("130")));
    }

    @Test
    void findsNamesInWholeColumnsAndBirthsByTheNameOfTheirs() {
        String variables = """
                {"variables": [{"name": "sex", "role": "QUASI_IDENTIFIER"}, {"name": "who", "role": "SENSITIVE"},
                               {"name": "ddn", "role": "OTHER"}, {"name": "job", "role": "OTHER"}],
                 "oneRecordPerPerson": true}""";

        form(variables, "sex,who,ddn,job\nF,Marie Tremblay,2015-03-01,Baker\nM,Jean Gagnon,2016-04-02,Mason\n")
                .statusCode(200)
                .body("directIdentifiers.find { it.name == 'who' }.kind", equalTo("PERSONAL_NAME"))
                .body("directIdentifiers.find { it.name == 'who' }.directness", equalTo("DIRECT"))
                .body("directIdentifiers.find { it.kind == 'DATE_OF_BIRTH' }.name", equalTo("ddn"))
                .body("directIdentifiers.find { it.kind == 'DATE_OF_BIRTH' }.directness", equalTo("INDIRECT"))
                .body("directIdentifiers.name", not(hasItem("job")))
                .body("verdict", equalTo("NOT_RELEASABLE"))
                .body("reasons.code", hasItem("DIRECT_IDENTIFIER_FOUND"))
                .body("reasons.code", hasItem("INDIRECT_IDENTIFIER_WITHOUT_ROLE"))
                .body(not(containsString("Tremblay")));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 1, 0, -5})
    void refusesAMinimumCellSizeBelowThree(int minimum) {
        form(
                        "{\"variables\": [{\"name\": \"sex\", \"role\": \"QUASI_IDENTIFIER\"}], \"minimumCellSize\": %d}"
                                .formatted(minimum),
                        "sex\nF\n")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("MINIMUM_CELL_SIZE_BELOW_FLOOR"))
                .body("violations[0].pointer", equalTo("/minimumCellSize"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"variables\": [], \"colour\": 1}                        | 400 | INVALID_MEMBER        | /colour",
                "{\"variables\": [{\"name\": \"a\", \"role\": \"QI\"}]}    | 400 | INVALID_MEMBER        | /variables/0/role",
                "{\"variables\": [{\"name\": \"a\"}]}                      | 422 | INVALID_SPECIFICATION | /variables/0/role",
                "{\"variables\": [null]}                                   | 422 | INVALID_SPECIFICATION | /variables/0/name",
                "{}                                                        | 422 | INVALID_SPECIFICATION | /variables",
                "{\"minimumCellSize\": \"10\"}                             | 400 | INVALID_MEMBER        | /minimumCellSize",
                "{\"minimumCellSize\": 10.7}                               | 400 | INVALID_MEMBER        | /minimumCellSize",
                "{\"oneRecordPerPerson\": \"yes\"}                         | 400 | INVALID_MEMBER        | /oneRecordPerPerson",
                "{\"csv\": {\"delimiter\": \";;\"}}                        | 422 | INVALID_SPECIFICATION | /csv/delimiter",
                "{\"csv\": {\"encoding\": \"EBCDIC\"}}                     | 422 | INVALID_SPECIFICATION | /csv/encoding",
            })
    void pointsAtTheMemberAtFault(String specification, int status, String code, String pointer) {
        form(specification, "sex\nF\n")
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("violations.pointer", hasItem(pointer));
    }

    @Test
    void pointsIntoTheWholeBodyWhereTheSpecificationIsAPartOfIt() {
        as(alice())
                .contentType(ContentType.JSON)
                .body("{\"specification\": {\"colour\": 1}, \"rows\": []}")
                .post(SCORES)
                .then()
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/specification/colour"));
    }

    @Test
    void refusesDataBeforeTheSpecification() {
        as(alice())
                .multiPart("data", "data.csv", FIVE_PEOPLE.getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("specification", SEX_AND_AGE, "application/json")
                .post(SCORES)
                .then()
                .statusCode(400)
                .body("code", equalTo("SPECIFICATION_FIRST"));
        as(alice())
                .contentType(ContentType.JSON)
                .body("{\"rows\": [], \"specification\": {}}")
                .post(SCORES)
                .then()
                .statusCode(400)
                .body("code", equalTo("SPECIFICATION_FIRST"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sex,age,illness\\nF,40\\n             | 400 | TOO_FEW_FIELDS           | line 2",
                "sex,age,illness\\nF,40,a,b\\n         | 400 | TOO_MANY_FIELDS          | line 2",
                "sex,age,illness\\nF,\"40,a\\n         | 400 | UNTERMINATED_QUOTE       | line 2",
                "sex,age,illness\\nF,4\"0,a\\n         | 400 | QUOTE_IN_UNQUOTED_FIELD  | age",
                "sex,age,illness,x\\nF,40,a,b\\n       | 422 | COLUMN_WITHOUT_ROLE      | x",
                "sex,illness\\nF,a\\n                  | 422 | COLUMN_MISSING           | age",
                "sex,age,illness,sex\\nF,40,a,F\\n     | 422 | COLUMN_DUPLICATE         | sex",
                "sex,age,illness\\n                    | 422 | NO_RECORDS               | ``",
            })
    void refusesDataThatDoNotFitByLineAndColumn(String csv, int status, String code, String pointer) {
        form(SEX_AND_AGE, csv.replace("\\n", "\n"))
                .statusCode(status)
                .contentType("application/problem+json")
                .body("violations.code", hasItem(code))
                .body("violations.pointer", hasItem(pointer == null ? "" : pointer));
    }

    @Test
    void scoresEveryRowOfAnArrayOrNone() {
        String row = "{\"sex\": \"F\", \"age\": 40, \"illness\": \"a\"}";
        for (String array : List.of("[" + row + "][" + row + "]", "[" + row + "] " + row, "[" + row)) {
            as(alice())
                    .multiPart("specification", SEX_AND_AGE, "application/json")
                    .multiPart("data", "rows.json", array.getBytes(StandardCharsets.UTF_8), "application/json")
                    .post(SCORES)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("MALFORMED_JSON"));
        }
    }

    @Test
    void takesNoHalfOfASurrogatePairForAValue() {
        raw("application/x-ndjson", keep(SEX_AND_AGE), "{\"sex\": \"\\ud800\"}\n")
                .statusCode(400)
                .body("violations[0].code", equalTo("MALFORMED_TEXT"));
    }

    @Test
    void aRecordWithoutKeyLeavesThePersonsUnknown() {
        String keyed = """
                {"variables": [{"name": "id", "role": "PERSON_KEY"}, {"name": "sex", "role": "QUASI_IDENTIFIER"}],
                 "minimumCellSize": 3}""";

        form(keyed, "id,sex\n1,F\n2,F\n,F\n").statusCode(200).body("missing", hasItem("oneRecordPerPerson"));
        form(keyed, "id,sex\n1,F\n2,F\n3,F\n").statusCode(200).body("missing", not(hasItem("oneRecordPerPerson")));
    }

    @Test
    void aValueThatEveryPersonOfACellHasIsDisclosedThoughOneHasMore() {
        String keyed = """
                {"variables": [{"name": "id", "role": "PERSON_KEY"}, {"name": "sex", "role": "QUASI_IDENTIFIER"},
                               {"name": "illness", "role": "SENSITIVE"}], "minimumCellSize": 3}""";

        form(keyed, "id,sex,illness\n1,F,a\n2,F,a\n3,F,a\n3,F,b\n")
                .statusCode(200)
                .body("reasons.code", hasItem("HOMOGENEOUS_CELL"))
                .body("sensitive[0].homogeneousCells", equalTo(1))
                .body("sensitive[0].maybeHomogeneousCells", equalTo(0));
        form(keyed, "id,sex,illness\n1,F,a\n2,F,a\n3,F,b\n3,F,a\n4,F,b\n")
                .statusCode(200)
                .body("reasons.code", not(hasItem("HOMOGENEITY_UNKNOWN")))
                .body("sensitive[0].homogeneousCells", equalTo(0));
    }

    @Test
    void refusesAnEmptyLineThatCouldBeAMissingValue() {
        String one = "{\"variables\": [{\"name\": \"a\", \"role\": \"QUASI_IDENTIFIER\"}]}";

        form(one, "a\nx\n\nx\n").statusCode(400).body("violations[0].code", equalTo("EMPTY_LINE"));
        form(one, "a\nx\n\"\"\nx\n").statusCode(200).body("records", equalTo(3));
    }

    @Test
    void scoresWideDataWhoseProfilesDoNotFit() {
        var random = new SplittableRandom(7);
        StringBuilder csv = new StringBuilder("sex");
        StringBuilder variables = new StringBuilder("{\"name\": \"sex\", \"role\": \"QUASI_IDENTIFIER\"}");
        for (int column = 0; column < 199; column++) {
            csv.append(",c").append(column);
            variables.append(", {\"name\": \"c").append(column).append("\", \"role\": \"OTHER\"}");
        }
        for (int row = 0; row < 6_000; row++) {
            csv.append("\nF");
            for (int column = 0; column < 199; column++) {
                csv.append(',').append(Integer.toHexString(random.nextInt()));
            }
        }

        form("{\"variables\": [" + variables + "]}", csv.toString())
                .statusCode(200)
                .body("records", equalTo(6_000))
                .body("verdict", equalTo("INDETERMINATE"));
    }

    @Test
    void answersAHundredMistakesAndNotAMillion() {
        String sources = "null,".repeat(40_000) + "null";

        as(alice())
                .contentType(ContentType.JSON)
                .body("{\"variables\": [" + sources + "]}")
                .post(SPECIFICATIONS)
                .then()
                .statusCode(422)
                .body("violations.size()", lessThanOrEqualTo(100));
        as(alice())
                .contentType(ContentType.JSON)
                .body("null")
                .post(SPECIFICATIONS)
                .then()
                .statusCode(400);
    }

    @Test
    void tellsThePlaceOfAnUnknownMemberOfARowAndNotItsName() {
        raw("application/x-ndjson", keep(SEX_AND_AGE), "{\"sex\": \"F\"}\n{\"sex\": \"F\", \"130692544\": 1}\n")
                .statusCode(400)
                .body("violations[0].code", equalTo("UNKNOWN_COLUMN"))
                .body("violations[0].pointer", equalTo("column 2"))
                .body("detail", containsString("line 2"))
                .body(not(containsString("130692544")));
    }

    @Test
    void boundsTheSpecificationInEveryForm() {
        String endless = "{\"minimumCellSizeJustification\": \"" + "x".repeat(1_100_000) + "\"}";
        form(endless, "sex\nF\n").statusCode(413).body("code", equalTo("SPECIFICATION_TOO_LARGE"));
        as(alice())
                .contentType(ContentType.JSON)
                .body("{\"specification\": {\"variables\": [" + "{\"name\": \"a\"},".repeat(200_000))
                .post(SCORES)
                .then()
                .statusCode(413)
                .body("code", equalTo("SPECIFICATION_TOO_LARGE"));
    }

    @Test
    void keepsNoSpecificationThatNoDataCouldFit() {
        for (String variables : List.of(
                "[{\"name\": \"a\", \"role\": \"OTHER\"}]",
                "[{\"name\": \"a\", \"role\": \"QUASI_IDENTIFIER\"}, {\"name\": \"a\", \"role\": \"OTHER\"}]")) {
            as(alice())
                    .contentType(ContentType.JSON)
                    .body("{\"variables\": " + variables + "}")
                    .post(SPECIFICATIONS)
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("INVALID_SPECIFICATION"));
        }
    }

    @Test
    void answersNotModifiedToWhoHasTheSpecificationAlready() {
        String path = SPECIFICATIONS + "/" + keep(SEX_AND_AGE);
        String tag = as(alice()).get(path).then().statusCode(200).extract().header("ETag");

        as(alice()).header("If-None-Match", tag).get(path).then().statusCode(304);
    }

    @Test
    void speaksTheLanguageAskedFor() {
        as(alice())
                .header("Accept-Language", "fr-CA")
                .multiPart("specification", SEX_AND_AGE, "application/json")
                .post(SCORES)
                .then()
                .statusCode(400)
                .header("Content-Language", "fr")
                .body("code", equalTo("DATA_MISSING"))
                .body("title", equalTo("Données absentes"))
                .body("type", equalTo("urn:balise:problem:data-missing"))
                .body("instance", equalTo(SCORES))
                .body("traceId", matchesPattern("[0-9a-f]{32}"));
    }

    @ParameterizedTest
    @EnumSource(HostileToken.class)
    void refusesAHostileToken(HostileToken hostile) {
        for (String path : List.of(SCORES, "/deid/v1/invented/by/a/stranger")) {
            RestAssured.given()
                    .auth()
                    .oauth2(hostile.of(alice()))
                    .post(path)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", startsWith("Bearer"))
                    .body("code", equalTo("UNAUTHENTICATED"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SCORES, SPECIFICATIONS, "/deid/v1", "/deid/v1/", "/deid/v1/invented", "//deid/v1/scores"})
    void refusesAStrangerWhateverThePath(String path) {
        RestAssured.given()
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void refusesACallerWithoutTheRole() {
        as(TestTokens.as("rene").institution("SAAQ").roles("registry-declarant").audience("deid"))
                .contentType(ContentType.JSON)
                .body("{}")
                .post(SCORES)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("FORBIDDEN"));
    }

    @Test
    void answersWhatItDoesNotServeAsProblems() {
        as(alice()).get("/deid/v1/invented").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        RestAssured.given().get("/invented").then().statusCode(404).contentType("application/problem+json");
        as(alice()).delete(SCORES).then().statusCode(405).body("code", equalTo("METHOD_NOT_ALLOWED"));
        as(alice())
                .contentType("image/png")
                .body(new byte[10])
                .post(SCORES)
                .then()
                .statusCode(415)
                .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
        as(alice())
                .accept("image/png")
                .contentType(ContentType.JSON)
                .body("{}")
                .post(SCORES)
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
    }

    @Test
    void refusesABodyThatIsNoJsonWithItsPlace() {
        as(alice())
                .contentType(ContentType.JSON)
                .body("{\"specification\": {\"variables\": [}")
                .post(SCORES)
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED_JSON"))
                .body("detail", containsString("line 1"))
                .body(not(containsString("jackson")));
    }

    @Test
    void refusesASpecificationLargerThanItMayBe() {
        as(alice())
                .contentType(ContentType.JSON)
                .body("{\"minimumCellSizeJustification\": \"" + "x".repeat(1_100_000) + "\"}")
                .post(SPECIFICATIONS)
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", equalTo("PAYLOAD_TOO_LARGE"));
    }

    @Test
    void namesAStoredSpecificationOfTheCallersInstitutionOnly() {
        String id = keep(SEX_AND_AGE);

        as(alice())
                .get(SPECIFICATIONS + "/" + id)
                .then()
                .statusCode(200)
                .body("specification.variables.name", contains("sex", "age", "illness"));
        as(TestTokens.as("carol").institution("DND").roles("deid-analyst").audience("deid"))
                .get(SPECIFICATIONS + "/" + id)
                .then()
                .statusCode(404)
                .body("code", equalTo("SPECIFICATION_NOT_FOUND"));
        as(TestTokens.as("carol").institution("DND").roles("deid-analyst").audience("deid"))
                .contentType("text/csv")
                .body(FIVE_PEOPLE)
                .post(SCORES + "?specification=" + id)
                .then()
                .statusCode(404);
        raw("text/csv", "019a0000-0000-7000-8000-000000000000", FIVE_PEOPLE).statusCode(404);
        raw("text/csv", "not-an-id", FIVE_PEOPLE).statusCode(400);
        as(alice())
                .contentType("text/csv")
                .body(FIVE_PEOPLE)
                .post(SCORES)
                .then()
                .statusCode(400);
    }

    private static ValidatableResponse form(String specification, String csv) {
        return form(specification, csv.getBytes(StandardCharsets.UTF_8));
    }

    private static ValidatableResponse form(String specification, byte[] csv) {
        return as(alice())
                .multiPart("specification", specification, "application/json")
                .multiPart("data", "data.csv", csv, "text/csv")
                .post(SCORES)
                .then();
    }

    private static ValidatableResponse raw(String type, String specification, String body) {
        return as(alice())
                .contentType(type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(SCORES + "?specification=" + specification)
                .then();
    }

    private static String keep(String specification) {
        return as(alice())
                .contentType(ContentType.JSON)
                .body(specification)
                .post(SPECIFICATIONS)
                .then()
                .statusCode(201)
                .header("Location", containsString(SPECIFICATIONS + "/"))
                .extract()
                .path("id");
    }

    static String adultSpecification(String more) {
        String quasi = Stream.of(
                        "sex",
                        "age",
                        "race",
                        "marital-status",
                        "education",
                        "native-country",
                        "workclass",
                        "occupation")
                .map(name -> "{\"name\": \"%s\", \"role\": \"QUASI_IDENTIFIER\"}".formatted(name))
                .collect(Collectors.joining(", "));
        return "{\"variables\": [" + quasi
                + ", {\"name\": \"salary-class\", \"role\": \"SENSITIVE\"}], \"csv\": {\"delimiter\": \";\"}" + more
                + "}";
    }
}
