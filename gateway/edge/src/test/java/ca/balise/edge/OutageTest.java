package ca.balise.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.balise.kit.testing.TokenTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(UpstreamTestResource.class)
@QuarkusTestResource(TokenTestResource.class)
class OutageTest extends DoorTest {

    @Test
    void saysThatAServiceIsDownAndWhenToTryAgain() throws Exception {
        var answer = send(request("/absent/openapi").header("Accept-Language", "fr"));

        assertProblem(answer, 503, "SERVICE_UNREACHABLE");
        assertThat(answer.headers().firstValue("retry-after")).contains("5");
        assertThat(answer.body()).contains("est injoignable", "\"instance\":\"/absent/openapi\"");
    }

    @Test
    void saysThatAServiceIsDownToACallerThatUploads() throws Exception {
        long octets = 32L << 20;
        String answer;
        try (var caller = new RawCaller(port())) {
            answer = caller.say("POST /absent/v1/things HTTP/1.1\r\nHost: door\r\nContent-Length: " + octets
                            + "\r\nAuthorization: Bearer " + token("absent") + "\r\n\r\n")
                    .say(Body.of(octets))
                    .hearAll();
        }

        assertThat(answer).startsWith("HTTP/1.1 503 ").contains("SERVICE_UNREACHABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hangs-up", "talks-nonsense", "switches", "silent"})
    void saysThatAServiceBrokeOffBeforeItAnswered(String manner) throws Exception {
        var answer = send(request("/socialmedia/" + manner));

        assertProblem(answer, 503, "SERVICE_BROKE_OFF");
        assertThat(answer.headers().firstValue("retry-after")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dies-in-chunks", "dies-short"})
    void letsTheCallerSeeThatAnAnswerBrokeOff(String manner) {
        assertThatThrownBy(() -> send(request("/socialmedia/" + manner))).isInstanceOf(IOException.class);
    }

    @Test
    void bringsTheRefusalOfAServiceThatReadsNoMore() throws Exception {
        var answer = send(withToken("/socialmedia/v1/reads-no-more")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> Body.of(1L << 20))));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).isEqualTo("enough");
    }

    @Test
    void passesAnAnswerThatEndsWithTheServicesConnection() throws Exception {
        var answer = send(request("/socialmedia/ends-with-the-connection"));

        assertThat(answer.body()).isEqualTo("whole");
    }

    @Test
    void goesOnServingAfterAServiceBrokeOff() throws Exception {
        send(request("/socialmedia/hangs-up"));

        assertThat(send(request("/deid/openapi")).statusCode()).isEqualTo(200);
    }
}
