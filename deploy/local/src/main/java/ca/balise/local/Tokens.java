package ca.balise.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Real tokens of the local realm, by the direct grant of a client that exists locally alone. */
final class Tokens {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int OK = 200;

    private Tokens() {}

    /**
     * An access token of a demonstration user, whose password is the user name.
     *
     * @throws SuiteFailure when Keycloak does not answer or knows no such user
     */
    static String of(URI realm, String user) throws InterruptedException {
        String name = URLEncoder.encode(user, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .timeout(LIMIT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=password&client_id=suite-cli&scope=openid&username=" + name + "&password=" + name))
                .build();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode answer = JSON.readTree(response.body());
            if (answer.path("error").asText().equals("invalid_grant")) {
                throw new SuiteFailure("there is no demonstration user '" + user
                        + "'; there are: alice bob carol diane denis rene mona serge stan audit");
            }
            if (response.statusCode() != OK) {
                throw new SuiteFailure("Keycloak gives no token (" + response.statusCode() + "): "
                        + answer.path("error_description").asText("no reason given"));
            }
            return answer.path("access_token").asText();
        } catch (IOException e) {
            throw new SuiteFailure("Keycloak does not answer at " + realm + ": is the suite up? (./suite up)", e);
        }
    }
}
