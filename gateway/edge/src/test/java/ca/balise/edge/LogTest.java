package ca.balise.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.balise.edge.relay.RelayMetrics;
import ca.balise.kit.testing.LogCapture;
import ca.balise.kit.testing.TestTokens;
import ca.balise.kit.testing.TokenTestResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the door's log says of all that can go wrong, and for what of it a person is called: for nothing of this. */
@QuarkusTest
@QuarkusTestResource(UpstreamTestResource.class)
@QuarkusTestResource(TokenTestResource.class)
class LogTest extends DoorTest {

    /** Made anew, so that it stands in no source: a log that holds it has it from the request. */
    private final String marker = "marker" + UUID.randomUUID().toString().replace("-", "");

    @Inject
    MeterRegistry metrics;

    private LogCapture log;

    @BeforeEach
    void listen() {
        log = LogCapture.open();
    }

    @AfterEach
    void callNobodyAndNeverSeeTheMarker() {
        log.close();
        assertThat(log.alarms()).isEmpty();
        assertThat(log.lines())
                .noneMatch(line -> line.text().contains(marker))
                .noneMatch(line -> line.json().contains(marker));
    }

    @Test
    void callsNobodyWhenACallerIsRefused() throws Exception {
        assertThat(send(request("/" + marker)).statusCode()).isEqualTo(404);
        assertThat(send(request("/deid/v1/" + marker + "?name=" + marker)).statusCode())
                .isEqualTo(401);
        assertThat(send(request("/deid/v1/" + marker).header("Authorization", "Bearer " + marker))
                        .statusCode())
                .isEqualTo(401);
        assertThat(send(request("/deid/v1/x")
                                .header(
                                        "Authorization",
                                        "Bearer "
                                                + TestTokens.as(marker)
                                                        .audience(marker)
                                                        .sign()))
                        .statusCode())
                .isEqualTo(401);
        assertThat(send(request("/deid/%252e%252e/" + marker)).statusCode()).isEqualTo(400);
        assertThat(say("GET /deid/%0d%0aERROR%20" + marker + "%1b[31m HTTP/1.1\r\nHost: door\r\n\r\n"))
                .startsWith("HTTP/1.1 ");
        assertThat(say("GET /" + marker + "\u001b[31m HTTP/1.1\r\nHost: door\r\n\r\n"))
                .contains(" 400 ");
        assertThat(say(marker + "\r\n\r\n")).contains(" 400 ");
        try (var caller = new RawCaller(port())) {
            // Not a chunk: the connection ends, with an answer or without.
            caller.say(
                            "POST /deid/v1/checksum HTTP/1.1\r\nHost: door\r\nTransfer-Encoding: chunked\r\nAuthorization: Bearer "
                                    + token("deid") + "\r\n\r\n" + marker + "\r\n")
                    .hearAll();
        }
        assertThat(say("GET /deid HTTP/1.1\r\nHost: door\r\nX-Long: " + marker.repeat(1_000) + "\r\n\r\n"))
                .contains(" 431 ");
    }

    @Test
    void warnsOfAServiceThatIsAway() throws Exception {
        double before = failures("absent", "SERVICE_UNREACHABLE");

        assertProblem(send(request("/absent/" + marker + "?name=" + marker)), 503, "SERVICE_UNREACHABLE");

        assertThat(failures("absent", "SERVICE_UNREACHABLE")).isEqualTo(before + 1);
        assertThat(log.lines())
                .anySatisfy(line -> assertThat(line.text()).startsWith("WARN").contains("Route absent: no connection"));
    }

    @Test
    void warnsOfAServiceThatBreaksOffHoweverItDoes() throws Exception {
        double before = failures("socialmedia", "SERVICE_BROKE_OFF");

        for (String manner : new String[] {"hangs-up", "talks-nonsense", "switches"}) {
            assertProblem(send(request("/socialmedia/" + marker + "/" + manner)), 503, "SERVICE_BROKE_OFF");
        }
        for (String manner : new String[] {"dies-in-chunks", "dies-short"}) {
            assertThatThrownBy(() -> send(request("/socialmedia/" + marker + "/" + manner)))
                    .isInstanceOf(IOException.class);
        }

        assertThat(failures("socialmedia", "SERVICE_BROKE_OFF")).isEqualTo(before + 5);
        assertThat(log.lines())
                .filteredOn(line -> line.text().contains("Route socialmedia: the exchange broke off"))
                .hasSize(5)
                .allSatisfy(line -> assertThat(line.traceId()).matches("[0-9a-f]{32}"));
    }

    @Test
    void callsNobodyWhenCallersLeave() throws Exception {
        double before = left();
        try (var caller = new RawCaller(port())) {
            caller.say("GET /deid/v1/endless?name=" + marker + " HTTP/1.1\r\nHost: door\r\nAuthorization: Bearer "
                            + token("deid") + "\r\n\r\n")
                    .hearUntil("begun");
        }
        try (var caller = new RawCaller(port())) {
            caller.say(
                    "POST /deid/v1/checksum HTTP/1.1\r\nHost: door\r\nContent-Length: 1000000\r\nAuthorization: Bearer "
                            + token("deid") + "\r\n\r\n" + marker);
            assertThat(upstream("/seen/checksum")).isNotNull();
        }

        await(() -> left() >= before + 2);
        assertThat(send(request("/deid/openapi")).statusCode()).isEqualTo(200);
    }

    /** Where no collector is configured, which is so in this test. A traced request would be passed on as a span of the door's own. */
    @Test
    void tracesNothingAndSaysNothingWhereNobodyCollectsTraces() throws Exception {
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        assertThat(send(request("/deid/openapi").header("traceparent", trace)).body())
                .contains("\ntraceparent: " + trace + "\n");

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("BatchSpanProcessor"));
        assertThat(log.lines()).noneMatch(line -> line.logger().contains("opentelemetry"));
    }

    private static String say(String request) throws IOException {
        try (var caller = new RawCaller(port())) {
            return caller.say(request).hearUntil("\r\n");
        }
    }

    private double failures(String route, String reason) {
        var counter = metrics.find(RelayMetrics.FAILURES.id())
                .tags("route", route, "reason", reason)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    private double left() {
        var timer = metrics.find(RelayMetrics.EXCHANGES.id())
                .tags("route", "deid", "outcome", "CALLER_LEFT")
                .timer();
        return timer == null ? 0 : timer.count();
    }

    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plusSeconds(60);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("it does not come about").isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
