package ca.balise.social;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import org.junit.jupiter.api.Test;

@ComplianceTest
class HealthTest {

    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

    @Test
    void isReadyOnceItsDatabaseAnswersBothClients() {
        given().when()
                .get(ready)
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body(
                        "checks.name",
                        hasItems("Database connections health check", "Reactive PostgreSQL connections health check"));
    }

    @Test
    void healthIsNotServedBesideTheOperations() {
        given().when().get("/q/health").then().statusCode(404);
    }
}
