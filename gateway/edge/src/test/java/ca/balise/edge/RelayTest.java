package ca.balise.edge;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.kit.testing.TokenTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardSocketOptions;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(UpstreamTestResource.class)
@QuarkusTestResource(TokenTestResource.class)
class RelayTest extends DoorTest {

    private static final long QUARTER_GIBIBYTE = 256L << 20;

    @Test
    void streamsAnUploadOfKnownLength() throws Exception {
        var body = HttpRequest.BodyPublishers.fromPublisher(
                HttpRequest.BodyPublishers.ofInputStream(() -> Body.of(QUARTER_GIBIBYTE)), QUARTER_GIBIBYTE);

        var answer = send(withToken("/deid/v1/checksum").POST(body));

        assertThat(answer.body()).isEqualTo(QUARTER_GIBIBYTE + " " + Body.checksum(QUARTER_GIBIBYTE));
    }

    @Test
    void streamsAnUploadOfUnknownLength() throws Exception {
        long octets = (64L << 20) + 1;

        var answer = send(
                withToken("/deid/v1/checksum").POST(HttpRequest.BodyPublishers.ofInputStream(() -> Body.of(octets))));

        assertThat(answer.body()).isEqualTo(octets + " " + Body.checksum(octets));
    }

    @Test
    void streamsADownload() throws Exception {
        var answer = CALLER.send(
                withToken("/deid/v1/large?octets=" + QUARTER_GIBIBYTE).build(),
                HttpResponse.BodyHandlers.ofInputStream());

        var sum = new java.util.zip.CRC32();
        try (InputStream body = answer.body()) {
            body.transferTo(new java.util.zip.CheckedOutputStream(java.io.OutputStream.nullOutputStream(), sum));
        }
        assertThat(sum.getValue()).isEqualTo(Body.checksum(QUARTER_GIBIBYTE));
    }

    @Test
    void holdsAnUploadBackWhileTheServiceDoesNotRead() throws Exception {
        long written = 0;
        try (var caller = SocketChannel.open(
                        new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), port()));
                var selector = Selector.open()) {
            caller.setOption(StandardSocketOptions.SO_SNDBUF, 65_536);
            caller.write(ByteBuffer.wrap(
                    ("POST /deid/v1/stall HTTP/1.1\r\nHost: door\r\nContent-Length: 1000000000\r\nAuthorization: Bearer "
                                    + token("deid") + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII)));
            caller.configureBlocking(false).register(selector, SelectionKey.OP_WRITE);
            while (selector.select(1_000) > 0 && written < 512L << 20) {
                selector.selectedKeys().clear();
                written += caller.write(ByteBuffer.wrap(Body.chunk()));
            }
        }

        // What the sockets between the three hold, and the little the door does.
        assertThat(written).isLessThan(64L << 20);
    }

    @Test
    void endsASilentUploadWithAProblem() throws Exception {
        String answer;
        try (var caller = new RawCaller(port())) {
            answer = caller.say(
                            "POST /deid/v1/checksum HTTP/1.1\r\nHost: door\r\nContent-Length: 1000000\r\nAuthorization: Bearer "
                                    + token("deid") + "\r\n\r\nbegun")
                    .hearUntil("]}");
        }

        assertThat(answer)
                .startsWith("HTTP/1.1 503 ")
                .contains("SERVICE_BROKE_OFF")
                .containsIgnoringCase("connection: close");
    }

    @Test
    void bringsAnEarlyAnswerToACallerThatListensWhileItSends() throws Exception {
        var body = HttpRequest.BodyPublishers.ofInputStream(() -> Body.of(QUARTER_GIBIBYTE));

        var answer = send(withToken("/deid/v1/early").POST(body));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).isEqualTo("enough");
    }

    @Test
    void bringsAnEarlyAnswerToACallerThatListensOnlyOnceItHasSentAll() throws Exception {
        long octets = 64L << 20;
        String answer;
        try (var caller = new RawCaller(port())) {
            answer = caller.say("POST /deid/v1/early HTTP/1.1\r\nHost: door\r\nContent-Length: " + octets
                            + "\r\nAuthorization: Bearer " + token("deid") + "\r\n\r\n")
                    .say(Body.of(octets))
                    .hearAll();
        }

        assertThat(answer)
                .startsWith("HTTP/1.1 422 ")
                .containsIgnoringCase("connection: close")
                .endsWith("enough");
    }

    @Test
    void cutsOffACallerThatGoesOnSendingAfterItsAnswer() throws Exception {
        try (var caller = new RawCaller(port())) {
            caller.say(
                            "POST /deid/v1/early HTTP/1.1\r\nHost: door\r\nTransfer-Encoding: chunked\r\nAuthorization: Bearer "
                                    + token("deid") + "\r\n\r\n5\r\nbegun\r\n")
                    .hearUntil("enough");

            assertThat(caller.hearAll()).isEmpty();
        }
    }

    @Test
    void breaksOffWithTheServiceWhenTheCallerIsGone() throws Exception {
        try (var caller = new RawCaller(port())) {
            caller.say("GET /deid/v1/endless HTTP/1.1\r\nHost: door\r\nAuthorization: Bearer " + token("deid")
                            + "\r\n\r\n")
                    .hearUntil("begun");
        }

        assertThat(upstream("/gone")).isEqualTo("true");
    }

    @Test
    void passesEachEventAtOnceAndNotOnlyWhenThereIsMore() throws Exception {
        String first;
        List<String> next = new ArrayList<>();
        try (var caller = new RawCaller(port())) {
            first = caller.say(
                            "GET /deid/v1/jobs/1/events HTTP/1.1\r\nHost: door\r\nAccept: text/event-stream\r\nAuthorization: Bearer "
                                    + token("deid") + "\r\n\r\n")
                    .hearUntil("data: begun\n\n");
            // The next is told only once the one before has come through.
            for (String word : List.of("one", "two", "three")) {
                assertThat(upstream("/tell/" + word)).isEqualTo("1");
                next.add(caller.hearUntil("data: " + word + "\n\n"));
            }
        }

        assertThat(first).startsWith("HTTP/1.1 200 ").containsIgnoringCase("content-type: text/event-stream");
        assertThat(next).hasSize(3);
        assertThat(upstream("/gone")).isEqualTo("true");
        assertThat(upstream("/tell/nobody")).isEqualTo("0");
    }

    @Test
    void disturbsNobodyWhenOtherCallersLeaveInMidAnswer() throws Exception {
        int requests = 400;
        List<Future<Integer>> staying = new ArrayList<>();
        List<Future<String>> leaving = new ArrayList<>();
        try (var callers = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < requests; i++) {
                leaving.add(callers.submit(RelayTest::leaveInMidAnswer));
                staying.add(callers.submit(() -> send(request("/deid/openapi")).statusCode()));
            }
        }

        assertThat(leaving).allSatisfy(answer -> assertThat(answer.get()).startsWith("HTTP/1.1 200"));
        assertThat(staying).allSatisfy(answer -> assertThat(answer.get()).isEqualTo(200));
    }

    private static String leaveInMidAnswer() throws IOException {
        try (var caller = new RawCaller(port())) {
            return caller.say("GET /deid/large?octets=100000 HTTP/1.1\r\nHost: door\r\n\r\n")
                    .hearUntil("\r\n");
        }
    }

    @Test
    void dropsTheHeadersOfOneConnectionAndThoseItNominates() throws Exception {
        String seen;
        try (var caller = new RawCaller(port())) {
            seen = caller.say(
                            "GET /deid/openapi HTTP/1.1\r\nHost: door\r\nConnection: X-One\r\nConnection: x-two , content-length\r\n"
                                    + "X-One: 1\r\nX-Two: 2\r\nX-Three: 3\r\nKeep-Alive: timeout=9\r\nTE: trailers\r\nTrailer: X-Four\r\n"
                                    + "Upgrade: websocket\r\nProxy-Authorization: Basic x\r\nProxy-Connection: keep-alive\r\nContent-Length: 5\r\n\r\nhello")
                    .hearUntil("\n\nhello");
        }

        assertThat(seen).contains("\nx-three: 3\n", "\ncontent-length: 5\n").endsWith("\n\nhello");
        assertThat(seen)
                .doesNotContain(
                        "\nx-one:",
                        "\nx-two:",
                        "\nkeep-alive:",
                        "\nte:",
                        "\ntrailer:",
                        "\nupgrade:",
                        "\nproxy-",
                        "\nconnection:");
    }

    @Test
    void saysItselfWhereTheRequestCameFrom() throws Exception {
        String seen;
        try (var caller = new RawCaller(port())) {
            seen = caller.say(
                            "GET /deid/openapi HTTP/1.1\r\nHost: door.example:8443\r\nConnection: close\r\nX-Forwarded-For: 6.6.6.6\r\n"
                                    + "X-Forwarded-Host: evil\r\nX-Forwarded-Proto: gopher\r\nX-Forwarded-Prefix: /evil\r\nX-Real-IP: 6.6.6.6\r\n"
                                    + "Forwarded: for=6.6.6.6\r\n\r\n")
                    .hearAll();
        }

        assertThat(seen)
                .contains(
                        "\nhost: door.example:8443\n",
                        "\nx-forwarded-for: 127.0.0.1\n",
                        "\nx-forwarded-host: door.example:8443\n",
                        "\nx-forwarded-proto: http\n")
                .doesNotContain("6.6.6.6", "evil", "gopher");
    }

    @Test
    void passesTheTraceOn() throws Exception {
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        var answer = send(request("/deid/openapi").header("traceparent", trace).header("tracestate", "a=b"));

        assertThat(answer.body()).contains("\ntraceparent: " + trace + "\n", "\ntracestate: a=b\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", "00-00000000000000000000000000000000-00f067aa0ba902b7-01"})
    void beginsATraceWhereThereIsNone(String received) throws Exception {
        var answer = send(request("/deid/openapi").header("traceparent", received));

        assertThat(answer.body())
                .containsOnlyOnce("\ntraceparent: ")
                .containsPattern("\ntraceparent: 00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]\n");
    }

    @Test
    void passesStatusAndHeadersOfTheAnswerUnchanged() throws Exception {
        String answer;
        try (var caller = new RawCaller(port())) {
            answer = caller.say("GET /deid/created HTTP/1.1\r\nHost: door.example\r\n\r\n")
                    .hearUntil("\r\n\r\n");
        }

        assertThat(answer).startsWith("HTTP/1.1 201 Made\r\n");
        assertThat(answer.lines().map(line -> line.replaceFirst("^[^:]*:", name(line))))
                .contains(
                        "location: http://door.example/deid/v1/things/1",
                        "set-cookie: a=1",
                        "set-cookie: b=2",
                        "content-length: 0")
                .noneMatch(line -> line.startsWith("connection:")
                        || line.startsWith("x-nominated:")
                        || line.startsWith("keep-alive:"));
    }

    private static String name(String line) {
        int colon = line.indexOf(':');
        return colon < 0 ? "" : line.substring(0, colon + 1).toLowerCase(java.util.Locale.ROOT);
    }

    @Test
    void passesAnAnswerWithoutBody() throws Exception {
        var answer = send(request("/deid/nothing"));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("content-length")).isEmpty();
    }

    @Test
    void answersHeadWithTheLengthAndNoBody() throws Exception {
        var answer = send(request("/deid/openapi").method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void endsAnAnswerOfUnknownLengthWithTheConnectionForACallerThatKnowsNoChunks() throws Exception {
        String head;
        long octets = 0;
        try (var caller = new RawCaller(port())) {
            head = caller.say("GET /deid/large?octets=100000 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
                    .hearUntil("\r\n\r\n");
            octets = caller.socket().getInputStream().readAllBytes().length;
        }

        assertThat(head).contains(" 200 ").doesNotContainIgnoringCase("transfer-encoding");
        assertThat(octets).isEqualTo(100_000);
    }
}
