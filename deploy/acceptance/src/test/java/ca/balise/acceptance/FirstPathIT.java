package ca.balise.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import ca.balise.kit.testing.SharedMaterial;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The main job, through the door, with a token that Keycloak issued. */
@ExtendWith(RunningSuite.class)
class FirstPathIT {

    @Test
    void scoresTheAdultExtractThroughTheDoor() throws IOException {
        SharedMaterial.assumePresent();
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

        var score = given().auth()
                .oauth2(RunningSuite.token("alice"))
                .multiPart(
                        "specification",
                        "{\"variables\": [%s, {\"name\": \"salary-class\", \"role\": \"SENSITIVE\"}], \"csv\": {\"delimiter\": \";\"}}"
                                .formatted(quasi),
                        "application/json")
                .multiPart("data", "adult.csv", Files.readAllBytes(SharedMaterial.data("adult/adult.csv")), "text/csv")
                .post(RunningSuite.door() + "/deid/v1/scores")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath(JsonPathConfig.jsonPathConfig().numberReturnType(NumberReturnType.DOUBLE));

        assertThat(score.getLong("records")).isEqualTo(30_162);
        assertThat(score.getLong("cells")).isEqualTo(18_109);
        assertThat(score.getLong("uniqueRecords")).isEqualTo(14_021);
        assertThat(score.getDouble("risk.average")).isCloseTo(0.6003912207413301, within(0.6003912207413301e-12));
        assertThat(score.getInt("smallestCell")).isEqualTo(1);
        assertThat(score.getInt("largestCell")).isEqualTo(45);
        assertThat(score.getInt("minimumCellSize")).isEqualTo(10);
        assertThat(score.getLong("recordsBelowMinimum")).isEqualTo(25_769);
        assertThat(score.getList("cellSizes.cells").subList(0, 3)).isEqualTo(List.of(14_021, 2_026, 796));
        assertThat(score.getString("verdict")).isEqualTo("NOT_RELEASABLE");
    }

    @Test
    void readsTheMeasuresAndThePlatformsThroughTheDoor() {
        String token = RunningSuite.token("diane");

        given().auth()
                .oauth2(token)
                .get(RunningSuite.door() + "/genai-registry/v1/measures")
                .then()
                .statusCode(200)
                .body("items.type", hasItems("SUSPENSION", "VOLUNTARY_MORATORIUM", "LIMITED_USE_DISCLOSURE"));
        given().auth()
                .oauth2(token)
                .get(RunningSuite.door() + "/socialmedia/v1/platforms")
                .then()
                .statusCode(200)
                .body("items.name", hasItem("LinkedIn"));
    }

    @Test
    void servesTheContractsToAnyone() {
        for (String service : RunningSuite.services().keySet()) {
            given().get(RunningSuite.door() + "/" + service + "/openapi")
                    .then()
                    .statusCode(200)
                    .contentType(org.hamcrest.Matchers.containsString("yaml"));
        }
    }

    @Test
    void answersInFrench() {
        given().header("Accept-Language", "fr")
                .get(RunningSuite.door() + "/nowhere")
                .then()
                .statusCode(404)
                .header("Content-Language", "fr")
                .body("title", equalTo("Introuvable"));
    }
}
