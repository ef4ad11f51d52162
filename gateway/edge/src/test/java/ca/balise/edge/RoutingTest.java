package ca.balise.edge;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.kit.testing.TokenTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(UpstreamTestResource.class)
@QuarkusTestResource(TokenTestResource.class)
class RoutingTest extends DoorTest {

    static Stream<String> ambiguous() {
        return Targets.ambiguous();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/deid",
                "/deid/",
                "/deid/openapi",
                "/deid/openapi?format=json&a=%2F;b",
                "/genai-registry/openapi"
            })
    void passesTheTargetUnchanged(String target) throws Exception {
        var answer = send(request(target));

        assertThat(answer.body()).startsWith("GET " + target + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/deidentify",
                "/deid.",
                "/DEID/openapi",
                "/nowhere",
                "/q",
                "/q/health",
                "/q/health/group/whole",
                "/q/metrics",
                "/q/openapi",
                "/q/swagger-ui",
                "/webjars/swagger-ui/swagger-ui.css",
                "/docs/nothing",
                "/docs/PortalFiles.class",
                "/index.html",
                "/v1"
            })
    void answersNotFoundWhereThereIsNoRoute(String path) throws Exception {
        assertProblem(send(request(path)), 404, "NOT_FOUND");
    }

    @Test
    void answersNotFoundToATokenWhereThereIsNoRoute() throws Exception {
        var request = request("/nowhere/v1/things").header("Authorization", "Bearer " + token("deid"));

        assertProblem(send(request), 404, "NOT_FOUND");
    }

    @ParameterizedTest
    @MethodSource("ambiguous")
    void refusesAnAmbiguousTargetWithoutPassingItOn(String target) throws Exception {
        String answer;
        try (var caller = new RawCaller(port())) {
            answer = caller.say("GET " + target + " HTTP/1.1\r\nHost: door\r\nAuthorization: Bearer " + token("deid")
                            + "\r\nConnection: close\r\n\r\n")
                    .hearAll();
        }

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json", "AMBIGUOUS_PATH");
        assertThat(upstream("/seen/scores")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /deid/openapi HTTP/1.1\r\nHost: door\r\nHost: other\r\n",
                "GET /deid/openapi HTTP/1.1\r\nHost: door\r\nAuthorization: Bearer a\r\nAuthorization: Bearer b\r\n",
                "POST /deid/openapi HTTP/1.1\r\nHost: door\r\nTransfer-Encoding: gzip, chunked\r\n",
                "POST /deid/openapi HTTP/1.1\r\nHost: door\r\nTransfer-Encoding: xchunked\r\n",
                "POST /deid/openapi HTTP/1.1\r\nHost: door\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
            })
    void refusesAmbiguousHeaders(String head) throws Exception {
        String answer;
        try (var caller = new RawCaller(port())) {
            answer = caller.say(head + "Connection: close\r\n\r\n0\r\n\r\n").hearAll();
        }

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("AMBIGUOUS_HEADERS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /deid/openapi HTTP/1.1\r\n",
                "GET /deid/openapi HTTP/1.1\r\nHost: do or\r\n",
                "GET /deid/openapi HTTP/1.1\r\nHost: user@door/x\r\n",
                "OPTIONS * HTTP/1.1\r\nHost: door\r\n",
                "GET deid/openapi HTTP/1.1\r\nHost: door\r\n"
            })
    void refusesWhatCannotBeRouted(String head) throws Exception {
        String answer;
        try (var caller = new RawCaller(port())) {
            answer = caller.say(head + "Connection: close\r\n\r\n").hearAll();
        }

        assertThat(answer).startsWith("HTTP/1.1 40").contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /deid/smuggled HTTP/1.1\r\nHost: door\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n",
                "POST /deid/smuggled HTTP/1.1\r\nHost: door\r\nContent-Length: 4\r\nContent-Length: 40\r\n",
                "POST /deid/smuggled HTTP/1.1\r\nHost: door\r\nContent-Length: +4\r\n",
                "POST /deid/smuggled HTTP/1.0\r\nTransfer-Encoding: chunked\r\n"
            })
    void neverPassesASecondRequestHiddenInTheFirst(String head) throws Exception {
        try (var caller = new RawCaller(port())) {
            caller.say(head + "Connection: close\r\n\r\n0\r\n\r\nGET /deid/hidden HTTP/1.1\r\nHost: door\r\n\r\n")
                    .hearAll();
        }

        assertThat(upstream("/seen/hidden")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "TRACE", "PROPFIND", "BREW"})
    void refusesMethodsThatNoServiceHas(String method) throws Exception {
        String answer;
        try (var caller = new RawCaller(port())) {
            answer = caller.say(method + " /deid/openapi HTTP/1.1\r\nHost: door\r\nConnection: close\r\n\r\n")
                    .hearAll();
        }

        assertThat(answer)
                .startsWith("HTTP/1.1 405 ")
                .containsIgnoringCase("allow: GET, HEAD")
                .contains("METHOD_NOT_ALLOWED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
    void passesTheMethodAndTheBodyUnchanged(String method) throws Exception {
        var request = request("/deid/openapi").method(method, HttpRequest.BodyPublishers.ofString("{\"é\":1}"));

        assertThat(send(request).body()).startsWith(method + " /deid/openapi\n").endsWith("\n{\"é\":1}");
    }

    @Test
    void speaksFrenchToThoseWhoReadIt() throws Exception {
        var answer = send(request("/nowhere").header("Accept-Language", "fr-CA,fr;q=0.9,en;q=0.5"));

        assertProblem(answer, 404, "NOT_FOUND");
        assertThat(answer.headers().firstValue("content-language")).contains("fr");
        assertThat(answer.body()).contains("Il n’y a rien ici");
    }

    @Test
    void answersForItsOwnHealthOnTheManagementPort() throws Exception {
        URI management = ConfigProvider.getConfig().getValue("test.management.url", URI.class);

        var answer = send(HttpRequest.newBuilder(management.resolve("/q/health/ready")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"status\": \"UP\"");
    }

    @Test
    void countsRequestsByRouteAndNeverByPath() throws Exception {
        URI management = ConfigProvider.getConfig().getValue("test.management.url", URI.class);
        send(request("/deid/v1/things/0198c0de"));
        send(request("/deid/openapi/0198c0de"));
        send(request("/nowhere/0198c0de"));

        var metrics =
                send(HttpRequest.newBuilder(management.resolve("/q/metrics"))).body();

        assertThat(metrics).contains("uri=\"/deid/{path}\"").doesNotContain("0198c0de");
    }
}
