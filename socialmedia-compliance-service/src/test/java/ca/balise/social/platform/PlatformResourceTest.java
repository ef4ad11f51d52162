package ca.balise.social.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import ca.balise.kit.reasoning.Source;
import ca.balise.kit.testing.TestTokens;
import ca.balise.kit.testing.VerbatimQuotes;
import ca.balise.social.ComplianceTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

@ComplianceTest
class PlatformResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final TestTokens ALICE = TestTokens.as("alice")
            .institution("HC")
            .roles("social-communications")
            .audience("socialmedia");

    @Test
    void listsTheSevenReviewedPlatforms() throws IOException {
        assertThat(platforms().findValuesAsText("name"))
                .containsExactly("Facebook", "Flickr", "Instagram", "LinkedIn", "Pinterest", "X", "YouTube");
        assertThat(platforms().findValuesAsText("reviewedName"))
                .containsExactly("Facebook", "Flickr", "Instagram", "LinkedIn", "Pinterest", "Twitter", "YouTube");
    }

    @Test
    void readsByIdWhatItLists() throws IOException {
        for (JsonNode listed : platforms()) {
            assertThat(JSON.readTree(
                            get("/socialmedia/v1/platforms/" + listed.get("id").asText())))
                    .isEqualTo(listed);
        }
    }

    @Test
    void xStandsReviewedUnderItsFormerName() throws IOException {
        JsonNode x = platform("X");
        assertThat(x.at("/formerNames/0").asText()).isEqualTo("Twitter");
        assertThat(x.get("platformReview").asText()).isEqualTo("REVIEWED_UNDER_FORMER_NAME");
        assertThat(x.at("/warnings/0").asText()).isEqualTo("REVIEW_PREDATES_REBRAND");
        assertThat(x.at("/ambiguities/0/id").asText()).isEqualTo("S-A1");
    }

    @Test
    void inventsNoDateOfReview() throws IOException {
        for (JsonNode platform : platforms()) {
            JsonNode review = platform.at("/reviews/0");
            assertThat(review.has("reviewedOn")).isTrue();
            assertThat(review.get("reviewedOn").isNull()).isTrue();
            assertThat(review.at("/dateNote/fr").asText()).contains("sans dire quand");
        }
    }

    @Test
    void aReviewServesTheFourCoveredUses() throws IOException {
        assertThat(platform("LINKEDIN").at("/reviews/0/coveredUses"))
                .extracting(JsonNode::asText)
                .containsExactly("DISSEMINATION", "INTERACTION", "ACCOUNT_MANAGEMENT", "ACCOUNT_ANALYTICS");
    }

    @Test
    void quotesTheNoticeToTheLetter() throws IOException {
        List<Source.Citation> citations = new ArrayList<>();
        for (JsonNode source : platforms().findValues("source")) {
            if (source.has("quote")) {
                citations.add(new Source.Citation(
                        source.get("instrument").asText(),
                        source.get("paragraph").asText(),
                        source.get("quote").asText()));
            }
        }
        assertThat(citations).hasSize(28);
        VerbatimQuotes.assertAllStandIn(citations);
    }

    @Test
    void listsThemInPages() {
        List<String> seen = new ArrayList<>();
        String next = "/socialmedia/v1/platforms?reviewed=true&limit=3";
        while (next != null) {
            Response page = ask(next);
            seen.addAll(page.then().statusCode(200).extract().path("items.name"));
            String link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(seen).containsExactly("Facebook", "Flickr", "Instagram", "LinkedIn", "Pinterest", "X", "YouTube");
    }

    @Test
    void sortsAndFilters() {
        ask("/socialmedia/v1/platforms?sort=-name&limit=2").then().body("items.name", contains("YouTube", "X"));
        ask("/socialmedia/v1/platforms?reviewed=true").then().body("items.size()", equalTo(7));
        ask("/socialmedia/v1/platforms?reviewed=false")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(11))
                .body("items.platformReview", everyItem(equalTo("NOT_REVIEWED")));
        ask("/socialmedia/v1/platforms?code=X&code=FLICKR").then().body("items.name", contains("Flickr", "X"));
        ask("/socialmedia/v1/platforms?reviewed=maybe")
                .then()
                .statusCode(400)
                .body("violations[0].pointer", equalTo("reviewed"));
    }

    @Test
    void refusesACursorThatHoldsWhatPostgreSqlWouldNotTake() {
        String nul = Base64.getUrlEncoder().encodeToString("platforms:\u0000".getBytes(StandardCharsets.UTF_8));
        ask("/socialmedia/v1/platforms?after=" + nul)
                .then()
                .statusCode(400)
                .body("violations[0].pointer", equalTo("after"));
    }

    @Test
    void aPlatformThatTheCallerHasIsNotSentAgain() throws IOException {
        for (String address : List.of(
                "/socialmedia/v1/platforms",
                "/socialmedia/v1/platforms/" + platform("X").get("id").asText())) {
            given().auth()
                    .oauth2(ALICE.sign())
                    .header("If-None-Match", ask(address).header("ETag"))
                    .when()
                    .get(address)
                    .then()
                    .statusCode(304);
        }
    }

    private static JsonNode platform(String code) throws IOException {
        List<JsonNode> found = new ArrayList<>();
        platforms().forEach(platform -> {
            if (platform.get("code").asText().equals(code)) {
                found.add(platform);
            }
        });
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static JsonNode platforms() throws IOException {
        return JSON.readTree(get("/socialmedia/v1/platforms?reviewed=true")).get("items");
    }

    private static Response ask(String path) {
        return given().auth().oauth2(ALICE.sign()).when().get(path);
    }

    private static String get(String path) {
        return ask(path)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .asString();
    }
}
