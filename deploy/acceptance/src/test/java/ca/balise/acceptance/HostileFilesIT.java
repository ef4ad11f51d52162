package ca.balise.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are wrong, or meant to hurt, sent through the door: a clear 4xx each, and the next caller is served. */
@ExtendWith(RunningSuite.class)
class HostileFilesIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long GIBIBYTE = 1L << 30;

    private static final String SPECIFICATION = """
            {"variables": [{"name": "sex", "role": "QUASI_IDENTIFIER"}, {"name": "age", "role": "QUASI_IDENTIFIER"}],
             "oneRecordPerPerson": true, "minimumCellSize": 3}""";

    static Stream<Arguments> files() {
        return Stream.of(
                file("a ragged row", "sex,age\nF,40\nF\n", 400, "TOO_FEW_FIELDS", "line 3"),
                file("a row too long", "sex,age\nF,40,x\n", 400, "TOO_MANY_FIELDS", "line 2"),
                file("bad quoting", "sex,age\nF,\"4\"0\n", 400, "TEXT_AFTER_CLOSING_QUOTE", "age"),
                file("a quote never closed", "sex,age\nF,\"40\n", 400, "UNTERMINATED_QUOTE", "line 2"),
                bytes(
                        "wrong encoding",
                        new byte[] {'s', 'e', 'x', ',', 'a', 'g', 'e', '\n', (byte) 0xe9, ',', '4', '\n'},
                        400,
                        "MALFORMED_TEXT",
                        "sex"),
                file("a missing column", "sex\nF\n", 422, "COLUMN_MISSING", "age"),
                file("a column too many", "sex,age,name\nF,40,x\n", 422, "COLUMN_WITHOUT_ROLE", "name"),
                file("a duplicate column", "sex,age,age\nF,40,40\n", 422, "COLUMN_DUPLICATE", "age"),
                file("an empty file", "", 422, "NO_RECORDS", ""),
                file("a header alone", "sex,age\n", 422, "NO_RECORDS", ""),
                file("100 000 columns", "c,".repeat(100_000) + "c\n", 400, "TOO_MANY_COLUMNS", "line 1"),
                Arguments.of(
                        "a line of 1 GiB",
                        (Supplier<InputStream>)
                                () -> new SequenceInputStream(text("sex,age\nF,"), new Repeated((byte) '4', GIBIBYTE)),
                        400,
                        "RECORD_TOO_LONG",
                        "line 2"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void isRefusedWithItsPlace(String name, Supplier<InputStream> csv, int status, String code, String pointer)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = score("text/csv", csv);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode violation = JSON.readTree(answer.body()).path("violations").path(0);
        assertThat(violation.path("code").asText()).isEqualTo(code);
        assertThat(violation.path("pointer").asText()).isEqualTo(pointer);
        serves();
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() throws IOException, InterruptedException {
        assertThat(score("text/csv", () -> text("\uFEFFsex,age\nF,40\n")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void jsonTenThousandLevelsDeepIsRefused() throws IOException, InterruptedException {
        String deep = "{\"sex\": " + "[".repeat(10_000) + "]".repeat(10_000) + "}\n";

        assertThat(score("application/x-ndjson", () -> text(deep)).statusCode()).isEqualTo(400);
        assertThat(post(
                                "/deid/v1/specifications",
                                "application/json",
                                () -> text("{\"context\": " + "{\"a\":".repeat(10_000)))
                        .statusCode())
                .isEqualTo(400);
        serves();
    }

    /** Its heap is 512 MiB: had any of these files been held, it would show, or the process would be gone. */
    @AfterAll
    @EnabledOnOs(OS.LINUX)
    static void memoryStayedFlat() {
        assertThat(RunningSuite.peakMemory("deid")).isLessThan(640L << 10);
        assertThat(RunningSuite.peakMemory("gateway")).isLessThan(448L << 10);
    }

    private static void serves() throws IOException, InterruptedException {
        assertThat(score("text/csv", () -> text("sex,age\nF,40\n")).statusCode())
                .isEqualTo(200);
    }

    private static HttpResponse<String> score(String type, Supplier<InputStream> body)
            throws IOException, InterruptedException {
        JsonNode kept = JSON.readTree(post("/deid/v1/specifications", "application/json", () -> text(SPECIFICATION))
                .body());
        return post("/deid/v1/scores?specification=" + kept.get("id").asText(), type, body);
    }

    private static HttpResponse<String> post(String path, String type, Supplier<InputStream> body)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(RunningSuite.door() + path))
                            .header("Authorization", "Bearer " + RunningSuite.token("alice"))
                            .header("Content-Type", type)
                            .POST(BodyPublishers.ofInputStream(body))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static Arguments file(String name, String csv, int status, String code, String pointer) {
        return bytes(name, csv.getBytes(StandardCharsets.UTF_8), status, code, pointer);
    }

    private static Arguments bytes(String name, byte[] csv, int status, String code, String pointer) {
        Supplier<InputStream> body = () -> new java.io.ByteArrayInputStream(csv);
        return Arguments.of(name, body, status, code, pointer);
    }

    private static InputStream text(String text) {
        return new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** One byte, very often, from no memory. */
    private static final class Repeated extends InputStream {

        private final byte octet;
        private long left;

        Repeated(byte octet, long length) {
            this.octet = octet;
            this.left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? octet : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(length, left);
            Arrays.fill(buffer, offset, offset + count, octet);
            left -= count;
            return count;
        }
    }
}
