package ca.balise.edge;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.kit.testing.TokenTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(UpstreamTestResource.class)
@QuarkusTestResource(TokenTestResource.class)
class PagesTest extends DoorTest {

    @ParameterizedTest
    @CsvSource({
        "/, fr-CA, fr, Dépersonnalisation",
        "/, en, en, De-identification",
        "/, de, en, De-identification",
        "/?lang=fr, en, fr, Dépersonnalisation",
        "/?lang=en, fr, en, De-identification",
        "/?lang=tlh, fr, fr, Dépersonnalisation",
        "/docs, fr, fr, Documentation de l’API",
        "/docs?lang=en, fr, en, API documentation"
    })
    void speaksTheLanguageOfItsAddressElseOfTheBrowser(String target, String accepted, String language, String text)
            throws Exception {
        var answer = send(request(target).header("Accept-Language", accepted));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "content-type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(header(answer, "content-language")).isEqualTo(language);
        assertThat(header(answer, "vary")).containsIgnoringCase("Accept-Language");
        assertThat(answer.body()).contains("<html lang=\"" + language + "\">", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/docs"})
    void offersTheContractOfEachRoute(String page) throws Exception {
        var answer = send(request(page));

        assertThat(answer.body())
                .contains(
                        "href=\"/deid/openapi\"",
                        "href=\"/genai-registry/openapi\"",
                        "href=\"/socialmedia/openapi\"",
                        "href=\"/absent/openapi\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/docs"})
    void loadsNothingFromElsewhereAndRunsNothingInline(String page) throws Exception {
        var answer = send(request(page));

        assertThat(answer.body())
                .doesNotContainPattern(Pattern.compile("(?i)(src|href)=\"(https?:)?//"))
                .doesNotContainPattern(Pattern.compile("(?i)<style|\\sstyle=|\\son[a-z]+=|<script>"));
    }

    @Test
    void needsNoScriptToLand() throws Exception {
        var answer = send(request("/"));

        assertThat(answer.body()).doesNotContain("<script");
        assertThat(header(answer, "content-security-policy"))
                .contains("default-src 'none'")
                .doesNotContain("script-src");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/docs", "/docs/swagger-ui-bundle.js", "/docs/oauth2-redirect.html", "/docs/nothing"})
    void tellsTheBrowserToBeStrict(String target) throws Exception {
        var answer = send(request(target));

        assertThat(header(answer, "content-security-policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe", "*");
        assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
        assertThat(header(answer, "x-frame-options")).isEqualTo("DENY");
        assertThat(header(answer, "referrer-policy")).isEqualTo("no-referrer");
    }

    @ParameterizedTest
    @CsvSource({
        "swagger-ui.css, text/css;charset=UTF-8",
        "swagger-ui-bundle.js, text/javascript;charset=UTF-8",
        "swagger-ui-standalone-preset.js, text/javascript;charset=UTF-8",
        "start-swagger-ui.js, text/javascript;charset=UTF-8",
        "oauth2-redirect.html, text/html;charset=UTF-8",
        "oauth2-redirect.js, text/javascript;charset=UTF-8",
        "portal.css, text/css;charset=UTF-8",
        "balise.svg, image/svg+xml"
    })
    void servesEachFileOnceAndThenItsTag(String file, String mediaType) throws Exception {
        var first = send(request("/docs/" + file));
        var again = send(request("/docs/" + file).header("If-None-Match", header(first, "etag")));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(header(first, "content-type")).isEqualTo(mediaType);
        assertThat(header(first, "cache-control")).isEqualTo("no-cache");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void takesNothing() throws Exception {
        var answer = send(request("/").POST(HttpRequest.BodyPublishers.ofString("{}")));

        assertProblem(answer, 405, "METHOD_NOT_ALLOWED");
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
