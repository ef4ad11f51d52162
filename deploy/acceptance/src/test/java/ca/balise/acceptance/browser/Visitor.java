package ca.balise.acceptance.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Someone with a browser of their own, and what their browser complains about: it is no test if nobody listens. */
public final class Visitor implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private final BrowserContext context;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    Visitor(BrowserContext context) {
        this.context = context;
        // Refused scripts, styles and calls are said there too.
        context.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        context.onWebError(error -> complaints.add(error.error()));
        context.onRequest((Request request) -> {
            if (request.url().startsWith("http")) {
                asked.add(URI.create(request.url()).getAuthority());
            }
        });
    }

    /** A new page of theirs. */
    public Page open(URI address) {
        Page page = context.newPage();
        page.navigate(address.toString());
        return page;
    }

    /** Errors and warnings of the console, and scripts that failed. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Hosts and ports that were asked for anything. */
    public List<String> asked() {
        return asked.stream().distinct().sorted().toList();
    }

    /** Keeps what of the page is in sight, for a person to look at. */
    public static void photograph(Page page, String name) {
        photograph(page, name, false);
    }

    /** Keeps the page from its top to its end. */
    public static void photographWhole(Page page, String name) {
        photograph(page, name, true);
    }

    private static void photograph(Page page, String name, boolean whole) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(whole));
    }

    @Override
    public void close() {
        context.close();
    }
}
