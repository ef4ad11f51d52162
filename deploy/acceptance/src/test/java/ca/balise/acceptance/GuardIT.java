package ca.balise.acceptance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody gets in who should not: at the door, and at each service for whoever got past it; whether the path exists or not. */
@ExtendWith(RunningSuite.class)
class GuardIT {

    /** An existing and an invented path of each service. */
    private static final Map<String, List<String>> PATHS = Map.of(
            "deid", List.of("/deid/v1/scores", "/deid/v1/invented/by/a/stranger"),
            "genai-registry", List.of("/genai-registry/v1/measures", "/genai-registry/v1/invented"),
            "socialmedia", List.of("/socialmedia/v1/platforms", "/socialmedia/v1/invented"));

    private static Map<String, String> forgeries;

    @BeforeAll
    static void forge() throws GeneralSecurityException, IOException {
        forgeries = Forgery.of(RunningSuite.token("alice"), RunningSuite.realm());
    }

    static Stream<URI> targets() {
        return PATHS.entrySet().stream()
                .flatMap(service -> service.getValue().stream()
                        .flatMap(path -> Stream.of(
                                RunningSuite.door().resolve(path),
                                RunningSuite.services().get(service.getKey()).resolve(path))));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void noTokenIs401(URI target) {
        refused(given(), target);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void aForgedTokenIs401(URI target) throws GeneralSecurityException, IOException {
        for (var forgery :
                Forgery.of(RunningSuite.token("alice"), RunningSuite.realm()).entrySet()) {
            refused(given().auth().oauth2(forgery.getValue()), target);
        }
    }

    @Test
    void anExpiredTokenIs401() throws IOException {
        String brief = grant("suite-brief", "openid");
        Instant expiry = Instant.ofEpochSecond(new ObjectMapper()
                .readTree(Base64.getUrlDecoder().decode(brief.split("\\.")[1]))
                .get("exp")
                .asLong());
        waitUntil(expiry.plusSeconds(1));

        targets().forEach(target -> refused(given().auth().oauth2(brief), target));
    }

    @Test
    void aTokenForAnotherServiceIs401() {
        for (String audience : PATHS.keySet()) {
            String narrow = grant("suite-narrow", "audience-" + audience);
            targets().forEach(target -> {
                if (target.getPath().startsWith("/" + audience + "/")) {
                    given().auth().oauth2(narrow).get(target).then().statusCode(org.hamcrest.Matchers.not(401));
                } else {
                    refused(given().auth().oauth2(narrow), target);
                }
            });
        }
    }

    @Test
    void aCallerWithoutTheRoleIs403() {
        for (URI address : List.of(RunningSuite.door(), RunningSuite.services().get("deid"))) {
            given().auth()
                    .oauth2(RunningSuite.token("diane"))
                    .contentType("application/json")
                    .body("{}")
                    .post(address.resolve("/deid/v1/scores"))
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json")
                    .body("code", equalTo("FORBIDDEN"));
        }
    }

    @Test
    void whatIsManagedIsNotReachedThroughTheDoor() {
        for (String path : List.of("/q/health", "/q/metrics", "/deid/../q/health", "/deid/q/health")) {
            given().urlEncodingEnabled(false)
                    .get(RunningSuite.door() + path)
                    .then()
                    .statusCode(org.hamcrest.Matchers.oneOf(400, 404))
                    .contentType("application/problem+json");
        }
    }

    private static ValidatableResponse refused(RequestSpecification caller, URI target) {
        return caller.get(target)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("code", equalTo("UNAUTHENTICATED"))
                .body("instance", equalTo(target.getPath()));
    }

    private static String grant(String client, String scope) {
        return given().formParam("grant_type", "password")
                .formParam("client_id", client)
                .formParam("username", "alice")
                .formParam("password", "alice")
                .formParam("scope", scope)
                .post(RunningSuite.realm() + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    /** Waits for an instant that is known, not for something to have happened. */
    private static void waitUntil(Instant instant) {
        while (Instant.now().isBefore(instant)) {
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Math.max(1, Duration.between(Instant.now(), instant).toNanos()));
        }
    }
}
