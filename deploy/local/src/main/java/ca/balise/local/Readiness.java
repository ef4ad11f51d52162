package ca.balise.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits until a child answers, and notices at once when it has died instead. */
final class Readiness {
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final int MILLISECONDS_BETWEEN_TRIES = 200;

    private Readiness() {}

    /** Something that is true once the child serves. */
    @FunctionalInterface
    interface Check {
        boolean passes() throws InterruptedException;
    }

    /**
     * Waits for a child.
     *
     * @throws SuiteFailure when it ends first, or does not answer in time
     */
    static void await(Child child, Check check, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!check.passes()) {
            if (child.endedWithin(MILLISECONDS_BETWEEN_TRIES, TimeUnit.MILLISECONDS)) {
                throw child.death();
            }
            if (System.nanoTime() > end) {
                throw new SuiteFailure(child.name() + " does not answer after " + limit.toSeconds()
                        + " s; ./suite logs " + child.name() + " after this tells why");
            }
        }
    }

    /** Whether an address answers 200. */
    static boolean answers(URI address) throws InterruptedException {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(ANSWER).build()) {
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(ANSWER).GET().build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            // Refused or cut off: it does not answer yet, which is the answer to the question asked.
            return false;
        }
    }
}
