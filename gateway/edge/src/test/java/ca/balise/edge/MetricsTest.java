package ca.balise.edge;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.edge.relay.RelayMetrics;
import ca.balise.kit.http.observe.HttpMetrics;
import ca.balise.kit.testing.MetricsTable;
import ca.balise.kit.testing.TokenTestResource;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(UpstreamTestResource.class)
@QuarkusTestResource(TokenTestResource.class)
class MetricsTest extends DoorTest {

    @Inject
    MeterRegistry registry;

    @Test
    void countsWhatItPassesOnByRoute() throws Exception {
        double passed = passed();
        double received = bytes(RelayMetrics.RECEIVED.id());
        double sent = bytes(RelayMetrics.SENT.id());

        var answer = send(withToken("/genai-registry/v1/checksum").POST(BodyPublishers.ofString("x".repeat(5_000))));

        assertThat(answer.statusCode()).isEqualTo(200);
        // The caller may have its answer a moment before the door has counted it.
        Instant end = Instant.now().plusSeconds(20);
        while (passed() == passed) {
            assertThat(Instant.now()).isBefore(end);
            Thread.onSpinWait();
        }
        assertThat(passed()).isEqualTo(passed + 1);
        assertThat(bytes(RelayMetrics.RECEIVED.id())).isEqualTo(received + 5_000);
        assertThat(bytes(RelayMetrics.SENT.id())).isEqualTo(sent + answer.body().length());
    }

    @Test
    void keepsNoMetricThatIsNotDescribed() throws Exception {
        send(request("/deid/openapi"));
        send(request("/absent/x"));
        send(request("/nowhere"));

        MetricsTable.requireDescribed(
                registry,
                Stream.of(HttpMetrics.ALL, RelayMetrics.ALL)
                        .flatMap(List::stream)
                        .toList());
    }

    @Test
    void isDescribedToOperatorsAsItDescribesItself() {
        MetricsTable.requireDocumented("Every process", HttpMetrics.ALL);
        MetricsTable.requireDocumented("The door", RelayMetrics.ALL);
    }

    /** Paths, queries and methods that a caller makes up, on their way through, too. */
    @Test
    void keepsNoMoreSeriesHoweverManyPathsAreAskedFor() throws Exception {
        askForPathsThatAreNone();
        Set<Meter.Id> before = ids();

        String marker = askForPathsThatAreNone();

        assertThat(ids()).containsExactlyInAnyOrderElementsOf(before);
        URI management = ConfigProvider.getConfig().getValue("test.management.url", URI.class);
        assertThat(send(HttpRequest.newBuilder(management.resolve("/q/metrics")))
                        .body())
                .contains("uri=\"/deid/{path}\"", "uri=\"/{unrouted}\"", "uri=\"/docs\"")
                .doesNotContain(marker);
    }

    private static String askForPathsThatAreNone() throws Exception {
        // First, for what comes last may be counted a moment after it was answered: a kind of request that came before.
        send(request("/docs"));
        String marker = "m" + UUID.randomUUID().toString().replace("-", "");
        for (int i = 0; i < 120; i++) {
            send(request("/" + marker + i));
            send(request("/deid/" + marker + i + "?name=" + marker));
            send(request("/deid/v1/" + marker + i));
        }
        for (String path : List.of("/", "/deid/v1/", "/deid/", "/absent/", "/docs/")) {
            for (String method : List.of("GET", "POST", "OPTIONS", "HEAD", "M" + marker.toUpperCase(Locale.ROOT))) {
                send(request(path + marker).method(method, BodyPublishers.noBody()));
                send(withToken("/deid/v1/" + marker).method(method, BodyPublishers.noBody()));
            }
        }
        return marker;
    }

    private Set<Meter.Id> ids() {
        return registry.getMeters().stream()
                .map(Meter::getId)
                .filter(id -> id.getName().startsWith("http.") || id.getName().startsWith("balise."))
                .collect(Collectors.toSet());
    }

    private double passed() {
        var timer = registry.find(RelayMetrics.EXCHANGES.id())
                .tags("route", "genai-registry", "outcome", "PASSED")
                .timer();
        return timer == null ? 0 : timer.count();
    }

    private double bytes(String metric) {
        var counter = registry.find(metric).tag("route", "genai-registry").counter();
        return counter == null ? 0 : counter.count();
    }
}
