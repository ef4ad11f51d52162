package ca.balise.acceptance.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The machine's Chromium, which can reach this machine and nothing else. */
public final class Chromium implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /**
     * Starts it without a window; skips the running test where there is none.
     *
     * @throws AssertionError if there is none and the environment variable {@code CI} is set
     */
    public static Chromium start() {
        Optional<Path> program = find(System.getenv("PATH"));
        if (program.isEmpty()) {
            String reason = "no Chromium on the PATH (" + String.join(", ", NAMES) + ")";
            if (System.getenv("CI") != null) {
                throw new AssertionError(reason + ", and on CI nothing is skipped for want of it");
            }
            Assumptions.abort(reason);
        }
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(program.orElseThrow())
                                .setArgs(arguments())));
    }

    /** A browser as a new visitor has it. */
    public Visitor visitor(String locale) {
        return new Visitor(browser.newContext(
                new Browser.NewContextOptions().setLocale(locale).setViewportSize(1280, 900)));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    static Optional<Path> find(String path) {
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-domain-reliability",
                "--disable-sync",
                "--no-default-browser-check",
                "--no-first-run",
                // No name but this machine's resolves: a page that needs anything from elsewhere fails its test.
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"));
        if ("root".equals(System.getProperty("user.name"))) {
            // Its sandbox refuses to work for root, which is who runs in most containers.
            arguments.add("--no-sandbox");
        }
        return arguments;
    }
}
