package ca.balise.kit.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request to a running service and the problem it must answer.
 *
 * @param what in words, for the name of the test
 * @param token the bearer token; {@code null} to come without
 * @param method the HTTP method
 * @param path where
 * @param headers what is sent beside the token
 * @param status the status of the answer
 * @param code the code of the problem
 * @param answered headers that the answer must have
 */
public record Knock(
        String what,
        @Nullable String token,
        String method,
        String path,
        Map<String, String> headers,
        int status,
        String code,
        Map<String, String> answered) {

    /**
     * Knocks, and reads the whole problem.
     *
     * @throws AssertionError if another status, code or header is answered, or no problem at all
     */
    public void check() {
        RequestSpecification request = given().headers(headers);
        if (token != null) {
            request.auth().oauth2(token);
        }
        request.when()
                .request(method, path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .headers(answered)
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("type", notNullValue())
                .body("title", notNullValue())
                .body("detail", notNullValue())
                .body("traceId", notNullValue());
    }

    @Override
    public String toString() {
        return what + ": " + method + " " + path + " is " + status + " " + code;
    }
}
