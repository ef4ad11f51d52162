package ca.balise.edge;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.kit.testing.TokenTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(UpstreamTestResource.class)
@QuarkusTestResource(TokenTestResource.class)
@TestProfile(LargestBodyTest.OneMebibyte.class)
class LargestBodyTest extends DoorTest {

    private static final int LARGEST = 1 << 20;

    /** So that a test need not send gigabytes. */
    public static final class OneMebibyte implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("balise.edge.relay.largest-body", "1M");
        }
    }

    /** The last is what a framework's own limit would answer with an empty 413. */
    @ParameterizedTest
    @ValueSource(strings = {"1048577", "99999999999999", "9223372036854775807"})
    void refusesABodyThatSaysItIsTooLongBeforeItIsSent(String length) throws Exception {
        String answer;
        try (var caller = new RawCaller(port())) {
            answer = caller.say(
                            "POST /deid/v1/oversized HTTP/1.1\r\nHost: door\r\nExpect: 100-continue\r\nContent-Length: "
                                    + length + "\r\nAuthorization: Bearer " + token("deid") + "\r\n\r\n")
                    .hearUntil("violations");
        }

        assertThat(answer)
                .startsWith("HTTP/1.1 413 ")
                .contains("application/problem+json", "\"code\":\"BODY_TOO_LARGE\"", "1,048,576 bytes");
        assertThat(upstream("/seen/oversized")).isEqualTo("0");
    }

    @Test
    void refusesABodyInChunksWhenItHasBecomeTooLong() throws Exception {
        String answer;
        try (var caller = new RawCaller(port())) {
            answer = caller.say("POST /deid/v1/checksum HTTP/1.1\r\nHost: door\r\nTransfer-Encoding: chunked\r\n"
                            + "Accept-Language: fr\r\nAuthorization: Bearer " + token("deid") + "\r\n\r\n")
                    .say(chunks(LARGEST + Body.CHUNK))
                    .hearAll();
        }

        assertThat(answer)
                .startsWith("HTTP/1.1 413 ")
                .containsIgnoringCase("connection: close")
                .contains("BODY_TOO_LARGE", "La porte accepte au plus");
    }

    @Test
    void passesABodyOfExactlyTheLargestSize() throws Exception {
        var fixed = withToken("/deid/v1/checksum").POST(BodyPublishers.ofInputStream(() -> Body.of(LARGEST)));

        assertThat(send(fixed).body()).isEqualTo(LARGEST + " " + Body.checksum(LARGEST));
    }

    @Test
    void servesTheNextRequestAfterARefusal() throws Exception {
        var tooLong = withToken("/deid/v1/checksum").POST(BodyPublishers.ofByteArray(new byte[LARGEST + 1]));

        assertProblem(send(tooLong), 413, "BODY_TOO_LARGE");
        assertThat(send(request("/deid/openapi")).statusCode()).isEqualTo(200);
    }

    private static String chunks(int octets) throws IOException {
        var body = new StringBuilder();
        String chunk = new String(Body.chunk(), StandardCharsets.ISO_8859_1);
        for (int sent = 0; sent < octets; sent += Body.CHUNK) {
            body.append(Integer.toHexString(Body.CHUNK))
                    .append("\r\n")
                    .append(chunk)
                    .append("\r\n");
        }
        return body.append("0\r\n\r\n").toString();
    }
}
