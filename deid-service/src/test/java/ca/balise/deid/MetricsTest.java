package ca.balise.deid;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.deid.risk.ScoreMetrics;
import ca.balise.kit.http.observe.HttpMetrics;
import ca.balise.kit.http.observe.Metric;
import ca.balise.kit.store.StoreMetrics;
import ca.balise.kit.testing.MetricsTable;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MetricsTest extends ServiceTest {

    private static final String SCORES = "/deid/v1/scores";
    private static final String SPECIFICATIONS = "/deid/v1/specifications";
    private static final String SEX = "{\"variables\": [{\"name\": \"sex\", \"role\": \"QUASI_IDENTIFIER\"}]}";

    @Inject
    MeterRegistry registry;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Test
    void countsScoresByTheirVerdictAndRefusalsByTheirReason() {
        double given = registry.find(ScoreMetrics.DURATION.id()).timers().stream()
                .mapToLong(timer -> timer.count())
                .sum();
        double refused = refused("MALFORMED_DATA");

        score("[{\"sex\": \"F\"}, {\"sex\": \"M\"}]", 200);
        score("[{\"age\": \"7\"}]", 400);

        assertThat(registry.find(ScoreMetrics.DURATION.id()).timers().stream()
                        .mapToLong(timer -> timer.count())
                        .sum())
                .isEqualTo((long) given + 1);
        assertThat(refused("MALFORMED_DATA")).isEqualTo(refused + 1);
        assertThat(registry.get(ScoreMetrics.RECORDS.id()).summary().totalAmount())
                .isGreaterThanOrEqualTo(2);
        assertThat(registry.get(ScoreMetrics.RUNNING.id()).gauge().value()).isZero();
        assertThat(registry.get(ScoreMetrics.PLACES.id()).gauge().value()).isEqualTo(4);
    }

    @Test
    void keepsNoMetricThatIsNotDescribed() {
        score("[{\"sex\": \"F\"}]", 200);
        score("[{\"age\": \"7\"}]", 400);
        as(alice()).get(SPECIFICATIONS + "/" + UUID.randomUUID());

        MetricsTable.requireDescribed(
                registry,
                Stream.of(HttpMetrics.ALL, StoreMetrics.ALL, ScoreMetrics.ALL)
                        .flatMap(List::stream)
                        .toList());
    }

    @Test
    void isDescribedToOperatorsAsItDescribesItself() {
        MetricsTable.requireDocumented("Scores (deid-service)", ScoreMetrics.ALL);
        MetricsTable.requireDocumented("Databases (the three services)", StoreMetrics.ALL);
    }

    @Test
    void isReadUnderTheNamesOfTheTable() {
        score("[{\"sex\": \"F\"}]", 200);
        score("[{\"age\": \"7\"}]", 400);

        String scraped = get(metrics).asString();

        for (Metric metric : ScoreMetrics.ALL) {
            assertThat(scraped)
                    .containsPattern(
                            "(?m)^# TYPE " + MetricsTable.prometheusName(metric).replaceFirst("_total$", "") + " ");
        }
    }

    /** Paths that are none, identifiers that are none, methods that are none, without a token and with one. */
    @Test
    void keepsNoMoreSeriesHoweverManyPathsAreAskedFor() {
        askForPathsThatAreNone();
        Set<Meter.Id> before = ids();

        String marker = askForPathsThatAreNone();

        assertThat(ids()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(get(metrics).asString())
                .contains("uri=\"/{unrouted}\"", "uri=\"/deid/v1/specifications/{id}\"")
                .doesNotContain(marker);
    }

    private String askForPathsThatAreNone() {
        // First, for what comes last may be counted a moment after it was answered: a kind of request that came before.
        get("/deid/openapi");
        String marker = "m" + UUID.randomUUID().toString().replace("-", "");
        for (int i = 0; i < 120; i++) {
            given().get("/deid/v1/" + marker + i);
            given().get("/" + marker + i);
        }
        for (String path : List.of("/deid/v1/", SPECIFICATIONS + "/", SCORES + "/", "/")) {
            for (String method : List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD")) {
                given().request(method, path + marker);
                as(alice()).request(method, path + marker);
            }
            given().request("M" + marker.toUpperCase(java.util.Locale.ROOT), path + marker);
            as(alice()).request("M" + marker.toUpperCase(java.util.Locale.ROOT), path + marker);
        }
        as(alice()).get(SPECIFICATIONS + "/" + UUID.randomUUID());
        given().get(SPECIFICATIONS + "/" + UUID.randomUUID());
        return marker;
    }

    private Set<Meter.Id> ids() {
        return registry.getMeters().stream()
                .map(Meter::getId)
                .filter(id -> id.getName().startsWith("http.") || id.getName().startsWith("balise."))
                .collect(Collectors.toSet());
    }

    private double refused(String reason) {
        var counter =
                registry.find(ScoreMetrics.REFUSED.id()).tag("reason", reason).counter();
        return counter == null ? 0 : counter.count();
    }

    private static void score(String rows, int status) {
        as(alice())
                .contentType(ContentType.JSON)
                .body("{\"specification\": " + SEX + ", \"rows\": " + rows + "}")
                .post(SCORES)
                .then()
                .statusCode(status);
    }
}
