package ca.balise.deid.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import ca.balise.deid.ServiceTest;
import ca.balise.deid.intake.parquet.ParquetFiles;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** How an upload goes wrong on the wire, below what an HTTP client would let a test do. */
@QuarkusTest
class UploadTest extends ServiceTest {

    private static final String SPECIFICATION =
            "{\"variables\": [{\"name\": \"sex\", \"role\": \"QUASI_IDENTIFIER\"}]}";

    @TestHTTPResource
    URL service;

    @Test
    void answersAMistakeAtOnceThoughTheCallerWouldSendOnForever() throws IOException {
        try (Socket socket = open("Transfer-Encoding: chunked")) {
            OutputStream out = socket.getOutputStream();
            chunk(out, "age\n40\n");

            String status = statusWhileSending(socket, out);

            assertThat(status).startsWith("HTTP/1.1 422");
        }
        serves();
    }

    @Test
    void survivesACallerThatVanishes() throws IOException {
        for (int i = 0; i < 5; i++) {
            try (Socket socket = open("Content-Length: 1000000")) {
                socket.getOutputStream().write("sex\nF\n".getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }
        }
        serves();
    }

    @Test
    void endsAnUploadThatTrickles() throws IOException {
        try (Socket socket = open("Content-Length: 1000000")) {
            var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            socket.getOutputStream().write("sex\nF\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(reader.readLine()).startsWith("HTTP/1.1 408");
        }
        serves();
    }

    @Test
    void readsAGzipBody() throws IOException {
        raw("gzip", gzip("sex\n" + "F\n".repeat(1_000))).statusCode(200).body("records", equalTo(1_000));
    }

    @Test
    void refusesAGzipBomb() throws IOException {
        raw("gzip", gzip("sex\n" + "F\n".repeat(20_000_000)))
                .statusCode(413)
                .body("code", equalTo("INFLATES_TOO_MUCH"));
        serves();
    }

    /** In every form: what inflates it stands before whatever takes it apart. */
    @Test
    void refusesAGzipBombInEveryForm() throws IOException {
        String form = "--b\r\nContent-Disposition: form-data; name=\"specification\"\r\n\r\n" + SPECIFICATION
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"data\"\r\n\r\nsex\n";
        for (String preference : new String[] {"wait=1", "respond-async"}) {
            gzipped(preference, "multipart/form-data; boundary=b", gzip(form + "F\n".repeat(20_000_000)), "");
            gzipped(
                    preference,
                    "application/json",
                    gzip("{\"specification\": " + SPECIFICATION + ", \"rows\": [" + " ".repeat(40_000_000)),
                    "");
            gzipped(preference, "application/x-ndjson", gzip("\n".repeat(40_000_000)), "?specification=" + keep());
            gzipped(
                    preference,
                    "application/vnd.apache.parquet",
                    gzip("PAR1" + "\0".repeat(40_000_000)),
                    "?specification=" + keep());
        }
        serves();
    }

    private static void gzipped(String preference, String type, byte[] body, String query) throws IOException {
        as(alice())
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("multipart/form-data", ContentType.BINARY)))
                .header("Prefer", preference)
                .header("Content-Encoding", "gzip")
                .contentType(type)
                .body(body)
                .post("/deid/v1/scores" + query)
                .then()
                .statusCode(413)
                .body("code", equalTo("INFLATES_TOO_MUCH"));
    }

    @Test
    void readsAGzipFormAndGzipParquet() throws Exception {
        String form = "--b\r\nContent-Disposition: form-data; name=\"specification\"\r\n\r\n" + SPECIFICATION
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"data\"\r\n\r\nsex\nF\nF\r\n--b--\r\n";
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(10_000);
            byte[] body = gzip(form);
            socket.getOutputStream()
                    .write(("POST /deid/v1/scores HTTP/1.1\r\nHost: test\r\nAuthorization: Bearer " + alice().sign()
                                    + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Encoding: gzip\r\n"
                                    + "Content-Length: " + body.length + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(reader.readLine()).startsWith("HTTP/1.1 200");
        }
        as(alice())
                .header("Content-Encoding", "gzip")
                .contentType("application/vnd.apache.parquet")
                .body(gzip(ParquetFiles.of("select 'F' as sex from range(7)")))
                .post("/deid/v1/scores?specification=" + keep())
                .then()
                .statusCode(200)
                .body("records", equalTo(7));
    }

    @Test
    void tellsWhoSendsMoreThanIsWaitedForHowToGoOn() throws IOException {
        try (Socket socket = open("Content-Length: 3000000000")) {
            var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            var answer = new StringBuilder();
            // The problem is one line; the connection stays open behind it.
            while (answer.indexOf("TOO_LARGE_TO_WAIT_FOR") < 0 || answer.charAt(answer.length() - 1) != '}') {
                int next = reader.read();
                assertThat(next).as(answer.toString()).isNotNegative();
                answer.append((char) next);
            }
            assertThat(answer).startsWith("HTTP/1.1 413").contains("Prefer: respond-async");
        }
        serves();
    }

    @Test
    void refusesABodyThatIsNotWhatItsEncodingSays() throws IOException {
        byte[] whole = gzip("sex\n" + "F\n".repeat(1_000));
        raw("gzip", "sex\nF\n".getBytes(StandardCharsets.US_ASCII))
                .statusCode(400)
                .body("code", equalTo("MALFORMED_ENCODING"));
        raw("gzip", Arrays.copyOf(whole, whole.length / 2)).statusCode(400);
        raw("gzip", join(whole, Arrays.copyOf(whole, 6))).statusCode(400).body("code", equalTo("MALFORMED_ENCODING"));
        raw("gzip", join(whole, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}))
                .statusCode(400);
        raw("gzip", join(whole, gzip("F\n"))).statusCode(200).body("records", equalTo(1_001));
        raw("br", whole).statusCode(415).body("code", equalTo("UNSUPPORTED_ENCODING"));
    }

    private static ValidatableResponse raw(String encoding, byte[] body) {
        return as(alice())
                .header("Content-Encoding", encoding)
                .contentType("text/csv")
                .body(body)
                .post("/deid/v1/scores?specification=" + keep())
                .then();
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] gzip(String text) throws IOException {
        return gzip(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private static String keep() {
        return as(alice())
                .contentType(ContentType.JSON)
                .body(SPECIFICATION)
                .post("/deid/v1/specifications")
                .then()
                .extract()
                .path("id");
    }

    private void serves() {
        as(alice())
                .multiPart("specification", SPECIFICATION, "application/json")
                .multiPart("data", "data.csv", "sex\nF\n".getBytes(StandardCharsets.US_ASCII), "text/csv")
                .post("/deid/v1/scores")
                .then()
                .statusCode(200);
    }

    private Socket open(String framing) throws IOException {
        String id = keep();
        var socket = new Socket(service.getHost(), service.getPort());
        socket.setSoTimeout(10_000);
        String head = "POST /deid/v1/scores?specification=" + id + " HTTP/1.1\r\nHost: test\r\nAuthorization: Bearer "
                + alice().sign() + "\r\nContent-Type: text/csv\r\n" + framing + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String statusWhileSending(Socket socket, OutputStream out) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        try {
            // Bounded: more than any buffer between the two ends can swallow.
            for (int i = 0; i < 20_000 && !reader.ready(); i++) {
                chunk(out, "40\n".repeat(1_000));
            }
        } catch (SocketException closed) {
            assertThat(reader.ready())
                    .as("the answer came before the connection closed")
                    .isTrue();
        }
        return reader.readLine();
    }

    private static void chunk(OutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
