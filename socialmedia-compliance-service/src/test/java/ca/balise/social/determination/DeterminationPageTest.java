package ca.balise.social.determination;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.kit.testing.KnownCase;
import ca.balise.kit.testing.ReadablePage;
import ca.balise.kit.testing.TestTokens;
import ca.balise.social.ComplianceTest;
import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both determinations as pages. With the system property {@code pages} the pages are written there, to be looked at. */
@ComplianceTest
class DeterminationPageTest {

    private static final String ACCOUNTS = "/socialmedia/v1/determinations";
    private static final String RECORDS = "/socialmedia/v1/retention-determinations";

    /** A page for a case in a language. */
    record Reading(String path, KnownCase known, String language) {}

    static Stream<Reading> readings() {
        return Stream.of("en", "fr")
                .flatMap(language -> Stream.concat(
                        KnownCase.all("socialmedia-determinations.json")
                                .map(known -> new Reading(ACCOUNTS, known, language)),
                        KnownCase.all("socialmedia-retention.json")
                                .map(known -> new Reading(RECORDS, known, language))));
    }

    @ParameterizedTest
    @MethodSource("readings")
    void everyCaseCanBeReadInBothLanguages(Reading reading) throws IOException {
        String page = page(reading.path(), reading.known().request(), reading.language());
        ReadablePage.assertAccessible(page, reading.language());
        for (String paragraph : reading.known().citations()) {
            assertThat(page).contains("<figcaption>PIN-2021-01, " + paragraph + "</figcaption>");
        }
        String folder = System.getProperty("pages");
        if (folder != null) {
            Files.writeString(Path.of(folder, reading.known().id() + "-" + reading.language() + ".html"), page);
        }
    }

    @Test
    void quotationsAreTheNoticesOwnWordsInFrenchAndMarkedSo() {
        String page = page(ACCOUNTS, Accounts.request("/noticeElements", "{\"howUsed\": false}"), "en");
        assertThat(page)
                .contains("<h1>Non-compliant</h1>", "<code>NON_COMPLIANT</code>")
                .contains(
                        "<blockquote lang=\"fr\"><p>«&nbsp;les ministères doivent publier un avis",
                        "the notice’s own words");
        assertThat(ReadablePage.count(page, "<blockquote"))
                .isEqualTo(ReadablePage.count(page, "<blockquote lang=\"fr\">"))
                .isGreaterThan(8);
    }

    @Test
    void theLanguageIsThatOfTheReader() {
        Response french = ask(ACCOUNTS, Accounts.request("/accountState", "null"), "fr-CA");
        assertThat(french.header("Content-Language")).isEqualTo("fr");
        assertThat(french.header("Vary")).contains("Accept-Language");
        assertThat(french.asString()).contains("<html lang=\"fr\">", "<h1>Indéterminé</h1>", "état du compte");
        assertThat(ask(ACCOUNTS, Accounts.request(), "de").asString())
                .contains("<html lang=\"en\">", "<h1>Compliant</h1>");
    }

    @Test
    void aRuleThatIsOursIsLabelledSo() {
        assertThat(page(ACCOUNTS, Accounts.request("/uses", "[\"FRAUD_DETECTION\"]"), "fr"))
                .contains("Notre règle, et non celle du texte", "Notre déduction");
    }

    @Test
    void openTextIsOnNoPage() {
        String page = page(
                ACCOUNTS,
                Accounts.request(
                        "/uses", "[\"<b>Zibeline</b>\"]",
                        "/secondaryUses", "[\"<b>Zibeline</b>\", \"MODERATION\"]",
                        "/platform", "\"<b>Zibeline</b>\""),
                "en");
        assertThat(page).doesNotContain("Zibeline").contains("another (its text is not repeated)", "moderation");
    }

    @Test
    void thePolicyAllowsThePagesOwnStyleAndNothingElse() throws NoSuchAlgorithmException {
        Response answer = ask(ACCOUNTS, Accounts.request(), "en");
        String page = answer.asString();
        String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
                        + "style-src 'sha256-" + hash + "'");
        assertThat(page).doesNotContain("<script", "<link", "<img", " style=", "http://", "https://");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void aFaultyCaseIsAProblemAlsoToABrowser() {
        for (String path : List.of(ACCOUNTS, RECORDS)) {
            given().auth()
                    .oauth2(token())
                    .accept("text/html")
                    .contentType("application/json")
                    .body("{}")
                    .when()
                    .post(path)
                    .then()
                    .statusCode(422)
                    .contentType("application/problem+json");
        }
    }

    private static String page(String path, JsonNode request, String language) {
        return ask(path, request, language)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .extract()
                .asString();
    }

    private static Response ask(String path, JsonNode request, String language) {
        return given().auth()
                .oauth2(token())
                .accept("text/html,application/xhtml+xml;q=0.9,*/*;q=0.8")
                .header("Accept-Language", language)
                .contentType("application/json")
                .body(request.toString())
                .when()
                .post(path);
    }

    private static String token() {
        return TestTokens.as("alice").institution("HC").audience("socialmedia").sign();
    }
}
