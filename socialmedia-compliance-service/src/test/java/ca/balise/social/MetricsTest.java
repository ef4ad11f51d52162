package ca.balise.social;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.kit.http.observe.HttpMetrics;
import ca.balise.kit.store.StoreMetrics;
import ca.balise.kit.testing.MetricsTable;
import ca.balise.kit.testing.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@ComplianceTest
class MetricsTest {

    private static final TestTokens ALICE =
            TestTokens.as("alice").institution("HC").audience("socialmedia");

    @Inject
    MeterRegistry registry;

    @Test
    void keepsNoMetricThatIsNotDescribed() {
        RestAssured.get("/socialmedia/v1/platforms").then().statusCode(401);
        RestAssured.given()
                .auth()
                .oauth2(ALICE.sign())
                .get("/socialmedia/v1/platforms")
                .then()
                .statusCode(200);

        MetricsTable.requireDescribed(
                registry,
                Stream.of(HttpMetrics.ALL, StoreMetrics.ALL)
                        .flatMap(List::stream)
                        .toList());
        assertThat(registry.get(StoreMetrics.TRANSACTIONS.id())
                        .tags("access", "READ", "outcome", "COMMITTED")
                        .timer()
                        .count())
                .isPositive();
    }
}
