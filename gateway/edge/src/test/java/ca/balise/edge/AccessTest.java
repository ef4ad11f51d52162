package ca.balise.edge;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.kit.testing.HostileToken;
import ca.balise.kit.testing.TestTokens;
import ca.balise.kit.testing.TokenTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(UpstreamTestResource.class)
@QuarkusTestResource(TokenTestResource.class)
class AccessTest extends DoorTest {

    private static final List<String> GUARDED = List.of(
            "/deid/v1",
            "/deid/v1/guarded",
            "/deid/v1/invented/guarded",
            "/deid/v1/publicity/guarded",
            "/absent/v1/guarded",
            "/nowhere/v1/guarded");

    @ParameterizedTest
    @EnumSource(HostileToken.class)
    void refusesAHostileTokenOnEveryGuardedPathExistingOrNot(HostileToken hostile) throws Exception {
        for (String path : GUARDED) {
            String audience = serviceOf(path);
            String token = hostile.of(TestTokens.as("alice")
                    .institution("HC")
                    .roles("deid-analyst")
                    .audience(audience));
            if (path.startsWith("/nowhere")
                    && List.of(HostileToken.OTHER_AUDIENCE, HostileToken.NO_AUDIENCE)
                            .contains(hostile)) {
                // Where there is no service there is no audience to miss; what the token opens there is a 404.
                continue;
            }

            var answer = send(request(path).header("Authorization", "Bearer " + token));

            assertProblem(answer, 401, "UNAUTHENTICATED");
            assertThat(answer.headers().firstValue("www-authenticate")).contains("Bearer");
        }
        assertThat(upstream("/seen/guarded")).isEqualTo("0");
    }

    @Test
    void refusesToPassAGuardedPathWithoutAToken() throws Exception {
        for (String path : GUARDED) {
            assertProblem(send(request(path)), 401, "UNAUTHENTICATED");
        }
        assertThat(upstream("/seen/guarded")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YWxpY2U6YWxpY2U=", "Bearer", "Bearer ", "bearer", "Token x", ""})
    void refusesWhatIsNoBearerToken(String authorization) throws Exception {
        var answer = send(request("/deid/v1/guarded").header("Authorization", authorization));

        assertProblem(answer, 401, "UNAUTHENTICATED");
    }

    @ParameterizedTest
    @CsvSource({
        "genai-registry, /deid/v1/guarded",
        "deid, /genai-registry/v1/guarded",
        "deid, /absent/v1/guarded",
        "DEID, /deid/v1/guarded"
    })
    void refusesATokenIssuedForAnotherService(String audience, String path) throws Exception {
        var answer = send(request(path).header("Authorization", "Bearer " + token(audience)));

        assertProblem(answer, 401, "UNAUTHENTICATED");
        assertThat(upstream("/seen/guarded")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/deid/v1", "/deid/v1/things", "/genai-registry/v1/things"})
    void passesATokenIssuedForTheServiceAndRelaysIt(String path) throws Exception {
        String token = TestTokens.as("alice")
                .audience("other", "deid", "genai-registry")
                .sign();

        var answer = send(request(path).header("Authorization", "Bearer " + token));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("authorization: Bearer " + token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/deid/openapi", "/deid", "/deid/v1/public/things", "/deid/v1/public", "/deid/v2/things"})
    void passesAnOpenPathWhateverTokenItBrings(String path) throws Exception {
        var answer = send(request(path).header("Authorization", "Bearer not.a.token"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("authorization: Bearer not.a.token");
    }

    @Test
    void doesNotAskForTheBodyOfACallerItDoesNotKnow() throws Exception {
        String answer;
        try (var caller = new RawCaller(port())) {
            answer = caller.say(
                            "POST /deid/v1/guarded HTTP/1.1\r\nHost: door\r\nContent-Length: 1000000\r\nExpect: 100-continue\r\n\r\n")
                    .hearUntil("\r\n\r\n");
        }

        assertThat(answer).startsWith("HTTP/1.1 401 ").containsIgnoringCase("connection: close");
        assertThat(upstream("/seen/guarded")).isEqualTo("0");
    }

    @Test
    void asksForTheBodyOfACallerItKnows() throws Exception {
        String answer;
        try (var caller = new RawCaller(port())) {
            String interim = caller.say(
                            "POST /deid/v1/things HTTP/1.1\r\nHost: door\r\nContent-Length: 5\r\nExpect: 100-continue\r\nConnection: close\r\nAuthorization: Bearer "
                                    + token("deid") + "\r\n\r\n")
                    .hearUntil("\r\n\r\n");
            assertThat(interim).startsWith("HTTP/1.1 100 ");
            answer = caller.say("hello").hearAll();
        }

        assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith("\n\nhello").doesNotContain("expect:");
    }

    @Test
    void throwsAwayTheUploadOfACallerItDoesNotKnowAndLetsItHearTheAnswer() throws Exception {
        long octets = 32L << 20;
        String answer;
        try (var caller = new RawCaller(port())) {
            answer = caller.say(
                            "POST /deid/v1/guarded HTTP/1.1\r\nHost: door\r\nContent-Length: " + octets + "\r\n\r\n")
                    .say(Body.of(octets))
                    .hearAll();
        }

        assertThat(answer)
                .startsWith("HTTP/1.1 401 ")
                .containsIgnoringCase("connection: close")
                .contains("UNAUTHENTICATED");
        assertThat(upstream("/seen/guarded")).isEqualTo("0");
    }

    @Test
    void keepsTheConnectionOfACallerWhoseSmallRequestItRefused() throws Exception {
        String second;
        try (var caller = new RawCaller(port())) {
            caller.say("POST /deid/v1/guarded HTTP/1.1\r\nHost: door\r\nContent-Length: 5\r\n\r\nhello")
                    .hearUntil("]}");
            second = caller.say("GET /deid/openapi HTTP/1.1\r\nHost: door\r\nConnection: close\r\n\r\n")
                    .hearAll();
        }

        assertThat(second).startsWith("HTTP/1.1 200 ");
    }
}
