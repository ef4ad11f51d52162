package ca.balise.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.acceptance.browser.Chromium;
import ca.balise.acceptance.browser.Visitor;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of the door as a person meets them, in a real browser, signing in at the real Keycloak. */
@ExtendWith(RunningSuite.class)
class BrowserDocsIT {

    private static final String SPECIFICATION = """
            {"variables": [{"name": "sex", "role": "QUASI_IDENTIFIER"}, {"name": "age", "role": "QUASI_IDENTIFIER"}],
             "oneRecordPerPerson": true}""";

    private static final FilePayload FOUR_PEOPLE = new FilePayload(
            "people.csv", "text/csv", "sex,age\nF,30\nF,30\nF,30\nM,41\n".getBytes(StandardCharsets.UTF_8));

    private static Chromium chromium;

    /** Before each, so that each says why it is skipped. */
    @BeforeEach
    void startTheBrowserOnce() {
        if (chromium == null) {
            chromium = Chromium.start();
        }
    }

    @AfterAll
    static void stopTheBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en-CA, en, What the suite answers, Français, Les questions auxquelles la suite répond",
        "fr-CA, fr, Les questions auxquelles la suite répond, English, What the suite answers"
    })
    void landsInTheVisitorsLanguageAndSwitches(
            String locale, String language, String heading, String other, String otherHeading) {
        try (Visitor visitor = chromium.visitor(locale)) {
            Page page = visitor.open(door("/"));

            assertThat(page.locator("html")).hasAttribute("lang", language);
            assertThat(page.locator("#answers")).hasText(heading);
            assertThat(page.locator(".services article")).hasCount(3);
            Visitor.photographWhole(page, "landing-" + language);
            page.locator(".switch", new Page.LocatorOptions().setHasText(other)).click();
            assertThat(page.locator("#answers")).hasText(otherHeading);
            assertThat(visitor.complaints()).isEmpty();
            assertThat(visitor.asked()).containsExactly(door("/").getAuthority());
        }
    }

    @Test
    void fitsANarrowScreen() {
        try (Visitor visitor = chromium.visitor("fr-CA")) {
            Page page = visitor.open(door("/"));

            page.setViewportSize(360, 740);

            Visitor.photographWhole(page, "landing-narrow-fr");
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
        }
    }

    @ParameterizedTest
    @CsvSource({"en-CA, en", "fr-CA, fr"})
    void signsInThroughKeycloakAndScoresAFile(String locale, String language) {
        try (Visitor visitor = chromium.visitor(locale)) {
            Page page = visitor.open(door("/docs"));
            choose(page, "deid");
            Visitor.photograph(page, "docs-" + language);

            signIn(page, "alice", "docs-sign-in-" + language);
            Locator operation = open(page, "createScore");
            operation.locator("textarea").first().fill(SPECIFICATION);
            operation.locator("input[type=file]").setInputFiles(FOUR_PEOPLE);
            operation.scrollIntoViewIfNeeded();
            Visitor.photograph(page, "docs-try-it-out-" + language);
            execute(operation, "200");

            operation.locator(".live-responses-table").scrollIntoViewIfNeeded();
            Visitor.photograph(page, "docs-scored-" + language);
            assertThat(operation.locator(".live-responses-table"))
                    .containsText(
                            Pattern.compile("\"records\": 4,.*\"cells\": 2,.*\"uniqueRecords\": 1,", Pattern.DOTALL));
            assertThat(visitor.complaints()).isEmpty();
            assertThat(visitor.asked())
                    .containsExactlyInAnyOrder(
                            door("/").getAuthority(), RunningSuite.realm().getAuthority());
        }
    }

    @Test
    void callsTheOtherContractsWithTheSameSignIn() {
        try (Visitor visitor = chromium.visitor("en-CA")) {
            Page page = visitor.open(door("/docs"));
            choose(page, "deid");
            signIn(page, "alice", "docs-sign-in-once");

            choose(page, "genai-registry");
            execute(open(page, "listMeasures"), "200");
            choose(page, "socialmedia");
            execute(open(page, "listPlatforms"), "200");

            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void isRefusedInTheLanguageOfThePageWithoutSigningIn() {
        try (Visitor visitor = chromium.visitor("en-CA")) {
            Page page = visitor.open(door("/docs?lang=fr"));
            choose(page, "genai-registry");
            Locator operation = open(page, "listMeasures");

            execute(operation, "401");

            assertThat(operation.locator(".live-responses-table")).containsText("Authentification requise");
        }
    }

    private static void choose(Page page, String contract) {
        page.locator("#select").selectOption(contract);
        assertThat(page.locator(".information-container a.link")).containsText("/" + contract + "/openapi");
    }

    private static void signIn(Page page, String user, String photograph) {
        page.locator(".auth-wrapper .authorize").first().click();
        Visitor.photograph(page, photograph);
        Page keycloak = page.waitForPopup(
                () -> page.locator(".auth-container button.authorize").click());
        keycloak.locator("#username").fill(user);
        Visitor.photograph(keycloak, photograph + "-keycloak");
        keycloak.locator("#password").fill(user);
        keycloak.waitForClose(() -> keycloak.locator("#kc-login").click());
        assertThat(page.locator(".auth-container")).containsText("Authorized");
        page.locator(".auth-container .btn-done").click();
    }

    private static Locator open(Page page, String operationId) {
        Locator operation = page.locator("[id$='-" + operationId + "'].opblock");
        operation.locator(".opblock-summary-control").click();
        operation.locator(".try-out__btn").click();
        return operation;
    }

    private static void execute(Locator operation, String status) {
        operation.locator("button.execute").click();
        assertThat(operation
                        .locator(".live-responses-table tbody .response-col_status")
                        .first())
                .containsText(status);
    }

    /** By the name that the realm sends the browser back to. */
    private static URI door(String path) {
        return URI.create("http://localhost:" + RunningSuite.door().getPort() + path);
    }
}
