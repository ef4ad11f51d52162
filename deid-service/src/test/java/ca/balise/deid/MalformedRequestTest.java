package ca.balise.deid;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that a careless or hostile client sends: each is the caller's fault, and the answer says which. */
@QuarkusTest
class MalformedRequestTest extends ServiceTest {

    private static final String SCORES = "/deid/v1/scores";
    private static final String SPECIFICATIONS = "/deid/v1/specifications";
    private static final String STORED = SPECIFICATIONS + "/019a0000-0000-7000-8000-000000000000";

    /** The mark of an encoding in 32 bits, then what is no character. */
    private static final byte[] NO_CHARACTERS = {
        0, 0, (byte) 0xfe, (byte) 0xff, 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff
    };

    @TestHTTPResource
    URI service;

    @ParameterizedTest
    @ValueSource(strings = {"zzz", ";", "/", "application/json;q"})
    void refusesAnAcceptHeaderThatNamesNoType(String accept) throws Exception {
        var post = send(request(SCORES)
                .header("Accept", accept)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
        var get = send(request(STORED).header("Accept", accept));

        requireProblem(post, 406, "NOT_ACCEPTABLE");
        requireProblem(get, 406, "NOT_ACCEPTABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "*; q=.2", "application/json,", "application/json;q=0.5", "text/html, */*;q=0.1"})
    void answersWhoAcceptsAnythingOrJson(String accept) throws Exception {
        var post = send(request(SCORES)
                .header("Accept", accept)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
        var get = send(request(STORED).header("Accept", accept));

        requireProblem(post, 400, "SPECIFICATION_MISSING");
        requireProblem(get, 404, "SPECIFICATION_NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "/", "", "text/csv, application/json", ";"})
    void refusesAContentTypeThatIsNone(String type) throws Exception {
        var post = send(request(SCORES).header("Content-Type", type).POST(BodyPublishers.ofString("{}")));

        requireProblem(post, 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void asksAStrangerForATokenWhateverTheHeadersAre() throws Exception {
        var post = send(HttpRequest.newBuilder(service.resolve(SCORES))
                .header("Accept", "zzz")
                .header("Content-Type", "garbage")
                .POST(BodyPublishers.ofString("{}")));

        requireProblem(post, 401, "UNAUTHENTICATED");
    }

    @Test
    void refusesTextThatIsInNoEncoding() throws Exception {
        var whole = send(request(SPECIFICATIONS)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(NO_CHARACTERS)));
        var rows = send(request(SCORES)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(NO_CHARACTERS)));

        requireProblem(whole, 400, "MALFORMED_JSON");
        requireProblem(rows, 400, "MALFORMED_JSON");
    }

    @Test
    void refusesLinesThatAreInNoEncoding() throws Exception {
        String id = as(alice())
                .contentType(ContentType.JSON)
                .body("{\"variables\": [{\"name\": \"sex\", \"role\": \"QUASI_IDENTIFIER\"}]}")
                .post(SPECIFICATIONS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        var lines = send(request(SCORES + "?specification=" + id)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArray(NO_CHARACTERS)));

        requireProblem(lines, 400, "MALFORMED_JSON");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{\"minimumCellSize\": 2147483648} | /minimumCellSize", "[] | ``", "\"x\" | ``", "7 | ``"})
    void pointsAtWhatIsSoundJsonOfTheWrongKind(String body, String pointer) {
        as(alice())
                .contentType(ContentType.JSON)
                .body(body)
                .post(SPECIFICATIONS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("INVALID_MEMBER"))
                .body("violations.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{} {}", "{\"variables\": [", "{\"minimumCellSize\": 1e}"})
    void blamesNoMemberForBrokenText(String body) {
        as(alice())
                .contentType(ContentType.JSON)
                .body(body)
                .post(SPECIFICATIONS)
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED_JSON"));
    }

    @Test
    void namesAQueryParameterThatIsNoIdentifier() {
        as(alice())
                .contentType("text/csv")
                .body("sex\nF\n")
                .post(SCORES + "?specification=x")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("MALFORMED_REQUEST"))
                .body("violations.pointer", hasItem("specification"));
    }

    @Test
    void findsNothingAtAPathThatIsNoIdentifier() {
        as(alice()).get(SPECIFICATIONS + "/x").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?x=%zz", "?x=%", "/%zz", "?x=<script>", "?x={y}", "?a|b", "/[", "?x=\\"})
    void refusesAnAddressThatIsNone(String rest) throws IOException {
        requireRaw(raw("GET", SPECIFICATIONS + rest, ""), 400, "MALFORMED_REQUEST");
    }

    @Test
    void refusesAnAddressThatIsTooLong() throws IOException {
        requireRaw(raw("GET", SPECIFICATIONS + "?x=" + "y".repeat(8_000), ""), 414, "URI_TOO_LONG");
        requireRaw(raw("GET", SPECIFICATIONS + "?x=" + "y".repeat(100_000), ""), 414, "URI_TOO_LONG");
    }

    @Test
    void refusesHeadersThatAreTooLarge() throws IOException {
        requireRaw(raw("GET", STORED, "X-Padding: " + "y".repeat(21_000) + "\r\n"), 431, "HEADERS_TOO_LARGE");
        String many = "X-Padding: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\r\n".repeat(2_000);
        requireRaw(raw("GET", STORED, many), 431, "HEADERS_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/deid/openapi", "/deid/openapi.json", "/deid/openapi.yaml"})
    void theContractIsOnlyRead(String address) {
        as(alice())
                .body("x")
                .post(address)
                .then()
                .statusCode(405)
                .header("Allow", "GET, HEAD, OPTIONS")
                .contentType("application/problem+json")
                .body("code", equalTo("METHOD_NOT_ALLOWED"));
        as(alice()).get(address).then().statusCode(200);
    }

    @Test
    void pointsAtAMemberThatIsGivenTwice() {
        String twice = "{\"variables\": [{\"name\": \"sex\", \"role\": \"OTHER\", \"name\": \"age\"}]}";
        as(alice())
                .contentType(ContentType.JSON)
                .body(twice)
                .post(SPECIFICATIONS)
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_MEMBER"))
                .body("violations.pointer", hasItem("/variables/0/name"))
                .body("violations.code", hasItem("REPEATED_MEMBER"));
        as(alice())
                .contentType(ContentType.JSON)
                .body("{\"specification\": " + twice + ", \"rows\": []}")
                .post(SCORES)
                .then()
                .statusCode(400)
                .body("violations.pointer", hasItem("/specification/variables/0/name"));
    }

    /** A client of Java's sends no such address. */
    private String raw(String method, String target, String headers) throws IOException {
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(20_000);
            String head = "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer %s\r\n%s\r\n"
                    .formatted(method, target, alice().sign(), headers);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void requireRaw(String answer, int status, String code) {
        Assertions.assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("\"code\":\"" + code + "\"");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path)).header("Authorization", "Bearer " + alice().sign());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    private static void requireProblem(HttpResponse<String> answer, int status, String code) {
        Assertions.assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        Assertions.assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        Assertions.assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }
}
