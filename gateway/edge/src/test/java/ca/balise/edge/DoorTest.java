package ca.balise.edge;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.kit.testing.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the tests of the running door share: a caller, tokens, and a way to ask the service what it saw. */
abstract class DoorTest {

    static final HttpClient CALLER =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static String token(String audience) {
        return TestTokens.as("alice")
                .institution("HC")
                .roles("deid-analyst")
                .audience(audience)
                .sign();
    }

    static URI door(String target) {
        return URI.create("http://127.0.0.1:" + port() + target);
    }

    static int port() {
        return ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class) == 0
                ? ConfigProvider.getConfig().getValue("test.url", URI.class).getPort()
                : ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    }

    static HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(door(target));
    }

    static HttpRequest.Builder withToken(String target) {
        return request(target).header("Authorization", "Bearer " + token(serviceOf(target)));
    }

    /** The first segment: routes are named as their audiences. */
    static String serviceOf(String target) {
        return target.substring(1, target.indexOf('/', 1));
    }

    static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CALLER.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Asks the well-behaved service itself, past the door. */
    static String upstream(String path) throws IOException, InterruptedException {
        URI address = ConfigProvider.getConfig().getValue("balise.edge.routes.deid.address", URI.class);
        return send(HttpRequest.newBuilder(address.resolve(path))).body();
    }

    static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(answer.body())
                .contains("\"code\":\"" + code + "\"", "\"status\":" + status, "\"traceId\":\"")
                .doesNotContain("Exception", "127.0.0.1");
    }
}
