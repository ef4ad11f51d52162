package ca.balise.genai.determination;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.genai.RegistryTest;
import ca.balise.kit.testing.TestTokens;
import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The determination as a page. With the system property {@code pages} the pages are written there, to be looked at. */
@RegistryTest
class ExplanationResourceTest {

    static Stream<KnownCase> cases() {
        return KnownCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyCaseCanBeReadInBothLanguages(KnownCase known) throws IOException {
        for (String language : List.of("en", "fr")) {
            String page = page(known.request(), language);
            assertThat(page).contains(known.expected().get("reasonCode").asText());
            requireAccessible(page, language);
            keep(known.id(), language, page);
        }
    }

    @Test
    void quotationsAreTheTextsOwnWordsInFrenchAndMarkedSo() {
        String page = page(Cases.request(), "en");
        assertThat(page)
                .contains("<html lang=\"en\">")
                .contains(
                        "<blockquote lang=\"fr\"><p>«&nbsp;La suspension s&#39;applique à l&#39;ensemble des organismes publics visés à […]&nbsp;»")
                .contains("<figcaption>IA-RI-2025-001-OP, FAQ-6</figcaption>")
                .contains("Every English word here is unofficial");
        assertThat(count(page, "<blockquote"))
                .isEqualTo(count(page, "<blockquote lang=\"fr\">"))
                .isGreaterThan(8);
    }

    @Test
    void dutiesThatRestOnTheSameWordsHaveThemOnce() {
        String page = page(Cases.request(), "en");
        String duties = page.substring(page.indexOf("id=\"todo\""), page.indexOf("id=\"changes\""));
        assertThat(count(duties, "<li>")).isEqualTo(3);
        assertThat(count(duties, "<blockquote")).isEqualTo(1);
    }

    @Test
    void aRuleThatIsOursIsLabelledSo() {
        assertThat(page(Cases.request("/facts/use/scale", "\"TEAM\""), "fr"))
                .contains("Notre règle, et non celle du texte");
    }

    @Test
    void theLanguageIsThatOfTheReader() {
        Response french = ask(Cases.request(), "fr-CA");
        assertThat(french.header("Content-Language")).isEqualTo("fr");
        assertThat(french.header("Vary")).contains("Accept-Language");
        assertThat(french.asString()).contains("<html lang=\"fr\">", "<h1>Suspendu</h1>", "L’organisme est de ceux");
        assertThat(ask(Cases.request(), "de").asString()).contains("<html lang=\"en\">", "<h1>Suspended</h1>");
    }

    @Test
    void openTextIsOnNoPage() {
        String secret = "\"<b>Zibeline</b>\"";
        String page = page(
                Cases.request(
                        "/facts/use/product", secret,
                        "/facts/exceptions/structuredApproach/purpose", secret,
                        "/measure/successorInstrument", secret,
                        "/measure/conclusionsCommunicatedOn", "\"2025-05-01\"",
                        "/measure/publicReports", "[{\"reportedOn\": \"2025-05-02\", \"source\": " + secret + "}]"),
                "en");
        assertThat(page).doesNotContain("Zibeline").contains("given (its text is not repeated)");
    }

    @Test
    void thePolicyAllowsThePagesOwnStyleAndNothingElse() throws NoSuchAlgorithmException {
        Response answer = ask(Cases.request(), "en");
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

    @ParameterizedTest
    @ValueSource(strings = {"true", "false", "null"})
    void permissionIsNeverShownAsGivenUnlessItIs(String permitted) {
        String page = page(Cases.request("/facts/use", """
                        {"mode": "INDIVIDUAL", "personal": true, "consumerVersion": true, "free": true,
                         "availableOutsideOrganization": true, "organizationPermitsAccess": %s}""".formatted(permitted)), "en");
        String said = switch (permitted) {
            case "true" -> "<strong>Allowed by the body:</strong> Yes";
            case "false" -> "<strong>Allowed by the body:</strong> No</p>";
            default -> "<strong>Allowed by the body:</strong> Not known; not to be taken as allowed";
        };
        assertThat(page).contains(said);
        assertThat(page(Cases.request(), "en")).doesNotContain("Allowed by the body");
    }

    @Test
    void aFaultyCaseIsAProblemAlsoToABrowser() {
        given().auth()
                .oauth2(token())
                .accept("text/html")
                .contentType("application/json")
                .body("{}")
                .when()
                .post("/genai-registry/v1/determinations")
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
    }

    /** Landmarks, one first heading, no heading left out, ids once each, every reference to one there, named sections. */
    private static void requireAccessible(String page, String language) {
        assertThat(page)
                .contains(
                        "<html lang=\"" + language + "\">", "<header", "<main", "<footer", "class=\"skip\"", "<title>");
        assertThat(count(page, "<h1>")).isEqualTo(1);
        int last = 0;
        Matcher heading = Pattern.compile("<h([1-6])").matcher(page);
        while (heading.find()) {
            int level = Integer.parseInt(heading.group(1));
            assertThat(level).isLessThanOrEqualTo(last + 1);
            last = level;
        }
        Set<String> ids = new HashSet<>();
        Matcher id = Pattern.compile(" id=\"([^\"]*)\"").matcher(page);
        while (id.find()) {
            assertThat(ids.add(id.group(1))).as("id " + id.group(1)).isTrue();
        }
        Matcher reference = Pattern.compile("aria-labelledby=\"([^\"]*)\"").matcher(page);
        while (reference.find()) {
            assertThat(ids).contains(reference.group(1));
        }
        assertThat(count(page, "<section")).isEqualTo(count(page, "<section aria-labelledby"));
        assertThat(count(page, "<th")).isEqualTo(count(page, "<th scope") + count(page, "<thead"));
        assertThat(page)
                .doesNotContain("NOT_FOUND")
                .satisfies(text ->
                        assertThat(text.replaceAll("(?s)<style>.*</style>", "")).doesNotContain("{", "null"));
    }

    private static void keep(String id, String language, String page) throws IOException {
        String folder = System.getProperty("pages");
        if (folder != null) {
            Files.writeString(Path.of(folder, id + "-" + language + ".html"), page);
        }
    }

    private static int count(String page, String part) {
        return page.split(Pattern.quote(part), -1).length - 1;
    }

    private static String page(JsonNode request, String language) {
        return ask(request, language)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .extract()
                .asString();
    }

    private static Response ask(JsonNode request, String language) {
        return given().auth()
                .oauth2(token())
                .accept("text/html,application/xhtml+xml;q=0.9,*/*;q=0.8")
                .header("Accept-Language", language)
                .contentType("application/json")
                .body(request.toString())
                .when()
                .post("/genai-registry/v1/determinations");
    }

    private static String token() {
        return TestTokens.as("diane")
                .institution("MSSS")
                .audience("genai-registry")
                .sign();
    }
}
