package ca.balise.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A value of the data appears nowhere afterwards: no answer, no log, no metric, no trace, no database file, no temporary file. Nor does
 * what else a caller says, but for the path in the problem that answers it.
 */
@ExtendWith(RunningSuite.class)
class NothingKeptIT {

    private static final String SPECIFICATION = """
            {"variables": [{"name": "sex", "role": "QUASI_IDENTIFIER"}, {"name": "note", "role": "SENSITIVE"}]}""";

    @Test
    void aValueOfTheDataIsNeverSeenAgain() throws IOException, SQLException {
        // Made at run time, so that it stands in no class file and no source.
        String marker = "marker" + UUID.randomUUID().toString().replace("-", "");
        String sound = "sex,note\n" + ("F," + marker + "\n").repeat(50_000);

        List<Response> answers = List.of(
                form(sound),
                form("sex,note\nF," + marker + "," + marker + "\n"),
                form("sex,note\nF,\"" + marker + "\"" + marker + "\n"),
                form("sex,note\n" + marker + "\n"),
                json("{\"specification\": " + SPECIFICATION + ", \"rows\": [{\"sex\": \"" + marker + "\"}]}"),
                json("{\"specification\": " + SPECIFICATION + ", \"rows\": [{\"sex\": {\"a\": \"" + marker + "\"}}]}"),
                json("{\"specification\": " + SPECIFICATION + ", \"rows\": [\"" + marker + "\" oops"),
                json("{\"specification\": {\"minimumCellSize\": \"" + marker + "\"}}"),
                json("{\"specification\": " + SPECIFICATION + ", \"rows\": [{\"" + marker + "\": 1}]}"),
                raw("text/csv", sound.getBytes(StandardCharsets.US_ASCII), false),
                raw("text/csv", ("sex,note\nF," + marker + "\n").getBytes(StandardCharsets.US_ASCII), true),
                raw(
                        "application/x-ndjson",
                        ("{\"note\": \"" + marker + "\"}\n").getBytes(StandardCharsets.US_ASCII),
                        false),
                raw(
                        "application/x-ndjson",
                        ("{\"note\": [\"" + marker + "\"]}\n").getBytes(StandardCharsets.US_ASCII),
                        false));

        assertThat(answers)
                .extracting(Response::statusCode)
                .containsExactly(200, 400, 400, 400, 200, 400, 400, 400, 400, 200, 200, 200, 400);
        assertThat(answers).extracting(Response::asString).noneMatch(answer -> answer.contains(marker));
        requireNothingOf(marker);
    }

    /** Files of Parquet, work that goes on, work that ends badly, and callers who leave in mid-upload. */
    @Test
    void aValueIsNeverSeenAgainWhereNobodyWaitsOrTheCallerLeaves() throws IOException, SQLException {
        String marker = "marker" + UUID.randomUUID().toString().replace("-", "");
        byte[] sound = ("sex,note\nF," + marker + "\n").repeat(1_000).getBytes(StandardCharsets.US_ASCII);
        byte[] parquet = parquet(marker);
        byte[] damaged = parquet.clone();
        damaged[damaged.length / 2] ^= 1;

        List<Response> accepted = List.of(
                later("text/csv", sound),
                later("application/vnd.apache.parquet", parquet),
                later(
                        "application/x-ndjson",
                        ("{\"note\": \"" + marker + "\"}\n").getBytes(StandardCharsets.US_ASCII)));
        List<Response> answers = new ArrayList<>(List.of(
                raw("application/vnd.apache.parquet", parquet, false),
                raw("application/vnd.apache.parquet", parquet, true),
                raw("application/vnd.apache.parquet", damaged, false),
                raw("application/vnd.apache.parquet", marker.getBytes(StandardCharsets.US_ASCII), false),
                later("text/csv", ("sex,note\n" + marker + "\n").getBytes(StandardCharsets.US_ASCII))));
        for (String type : List.of("text/csv", "application/vnd.apache.parquet")) {
            leaveInMidUpload(type, sound);
        }

        assertThat(accepted).extracting(Response::statusCode).containsOnly(202);
        assertThat(answers)
                .extracting(Response::statusCode)
                .startsWith(200, 200)
                .endsWith(400, 400);
        for (Response job : accepted) {
            answers.add(ended(job));
        }
        assertThat(answers).extracting(Response::asString).noneMatch(answer -> answer.contains(marker));
        requireNothingOf(marker);
        assertThat(filesHolding(marker, Path.of("/dev/shm"))).isEmpty();
    }

    private static void requireNothingOf(String marker) throws IOException, SQLException {
        assertThat(tablesHolding(marker)).isEmpty();
        assertThat(metrics()).doesNotContain(marker);
        assertThat(spans()).doesNotContain(marker);
        assertThat(filesHolding(marker, RunningSuite.state())).isEmpty();
        assertThat(filesHolding(marker, Path.of(System.getProperty("java.io.tmpdir"))))
                .isEmpty();
    }

    /** Whatever a caller says of itself and asks for, at the door and past it, answered well or badly. */
    @Test
    void whatACallerSaysIsNeverSeenAgain() throws IOException, SQLException {
        String marker = "marker" + UUID.randomUUID().toString().replace("-", "");
        String forged = "eyJhbGciOiJSUzI1NiJ9."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(("{\"sub\":\"" + marker + "\"}").getBytes(StandardCharsets.US_ASCII))
                + "." + marker;
        List<URI> places = new ArrayList<>(RunningSuite.services().values());
        places.add(RunningSuite.door());

        for (URI place : places) {
            for (String prefix : RunningSuite.services().keySet()) {
                for (String path :
                        List.of("/openapi", "/v1/" + marker, "/v1/specifications/" + marker, "/v1/measures")) {
                    for (String token : List.of(RunningSuite.token("alice"), forged, marker)) {
                        Response answer = given().urlEncodingEnabled(false)
                                .auth()
                                .oauth2(token)
                                .header("Host", marker + ".example")
                                .header("User-Agent", marker + "\u001b[31m")
                                .header("tracestate", "a=" + marker)
                                .header("baggage", "name=" + marker)
                                .header("X-Forwarded-For", marker)
                                .header("Idempotency-Key", marker)
                                .cookie("name", marker)
                                .queryParam("name", marker + "%0d%0aERROR%20" + marker)
                                .get(place + "/" + prefix + path);
                        assertThat(answer.statusCode()).isBetween(200, 499);
                    }
                }
            }
        }

        assertThat(tablesHolding(marker)).isEmpty();
        assertThat(metrics()).doesNotContain(marker);
        assertThat(spans()).doesNotContain(marker);
        assertThat(filesHolding(marker, RunningSuite.state().resolve("logs"))).isEmpty();
    }

    /** All that was traced, up to and with a request to each service made now: a process sends its spans in the order of their ends. */
    private static String spans() {
        for (String prefix : RunningSuite.services().keySet()) {
            String last = UUID.randomUUID().toString().replace("-", "");
            given().header("traceparent", "00-" + last + "-00f067aa0ba902b7-01")
                    .get(RunningSuite.door() + "/" + prefix + "/v1/public/nothing");
            RunningSuite.spans().trace(last, spans -> spans.size() >= 3);
        }
        return RunningSuite.spans().all().toString();
    }

    /** The search finds what is there: in a log, in a file of the database's folder, and in a row. */
    @Test
    void theSearchFindsAPlantedMarker() throws IOException, SQLException {
        String planted = "planted" + UUID.randomUUID().toString().replace("-", "");
        Path log = Files.writeString(RunningSuite.state().resolve("logs/planted.log"), "x".repeat(3_000_000) + planted);
        try (Connection connection = database("deid");
                Statement statement = connection.createStatement()) {
            statement.execute("create table planted (note text)");
            try {
                statement.execute("insert into planted values ('" + planted + "')");
                assertThat(tablesHolding(planted)).containsExactly("deid.public.planted");
            } finally {
                statement.execute("drop table planted");
            }
            assertThat(filesHolding(planted, RunningSuite.state())).contains(log);
        } finally {
            Files.delete(log);
        }
    }

    private static List<String> tablesHolding(String marker) throws SQLException {
        List<String> found = new ArrayList<>();
        for (String database : List.of("deid", "genai_registry", "socialmedia")) {
            try (Connection connection = database(database);
                    Statement statement = connection.createStatement()) {
                List<String> tables = new ArrayList<>();
                try (ResultSet names = statement.executeQuery("select schemaname || '.' || tablename from pg_tables"
                        + " where schemaname not in ('pg_catalog', 'information_schema')")) {
                    while (names.next()) {
                        tables.add(names.getString(1));
                    }
                }
                for (String table : tables) {
                    try (ResultSet rows = statement.executeQuery(
                            "select 1 from " + table + " t where t::text like '%" + marker + "%' limit 1")) {
                        if (rows.next()) {
                            found.add(database + "." + table);
                        }
                    }
                }
            }
        }
        return found;
    }

    private static Connection database(String name) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + RunningSuite.postgresPort() + "/" + name,
                "suite_administrator",
                RunningSuite.secret("postgresql.suite_administrator"));
    }

    private static String metrics() {
        return Stream.of("gateway", "deid", "genai-registry", "socialmedia")
                .map(process -> given().get(RunningSuite.management(process) + "/q/metrics")
                        .asString())
                .collect(Collectors.joining());
    }

    /** The marker in a Parquet file, uncompressed, so that a trace of the file would hold it. */
    private static byte[] parquet(String marker) throws SQLException, IOException {
        Path file = Files.createTempDirectory("parquet").resolve("made.parquet");
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("copy (select 'F' as sex, '" + marker + "' as note from range(1000)) to '" + file
                    + "' (format parquet, compression uncompressed)");
            return Files.readAllBytes(file);
        } finally {
            Files.deleteIfExists(file);
            Files.delete(file.getParent());
        }
    }

    private static Response later(String type, byte[] body) {
        return given().auth()
                .oauth2(RunningSuite.token("alice"))
                .header("Prefer", "respond-async")
                .contentType(type)
                .body(body)
                .post(RunningSuite.door() + "/deid/v1/scores?specification=" + kept());
    }

    private static Response ended(Response accepted) {
        URI job = RunningSuite.door()
                .resolve(URI.create(accepted.header("Location")).getPath());
        Instant end = Instant.now().plusSeconds(60);
        Response read = job(job);
        while (read.path("finishedAt") == null) {
            assertThat(Instant.now()).as("the job does not end").isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            read = job(job);
        }
        assertThat(read.<String>path("status")).isEqualTo("SUCCEEDED");
        return given().auth()
                .oauth2(RunningSuite.token("alice"))
                .get(RunningSuite.door().resolve(read.<String>path("result.score")));
    }

    private static Response job(URI job) {
        return given().auth().oauth2(RunningSuite.token("alice")).get(job);
    }

    /** Sends a part of a body and breaks the connection off. */
    private static void leaveInMidUpload(String type, byte[] body) throws IOException {
        try (var caller =
                new Socket(RunningSuite.door().getHost(), RunningSuite.door().getPort())) {
            caller.setSoLinger(true, 0);
            caller.getOutputStream()
                    .write(("POST /deid/v1/scores?specification=" + kept()
                                    + " HTTP/1.1\r\nHost: door\r\nAuthorization: Bearer "
                                    + RunningSuite.token("alice") + "\r\nContent-Type: " + type
                                    + "\r\nContent-Length: " + 2 * body.length + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            caller.getOutputStream().write(body);
            caller.getOutputStream().flush();
        }
    }

    private static Response raw(String type, byte[] body, boolean compressed) throws IOException {
        var sent = new ByteArrayOutputStream();
        try (OutputStream out = compressed ? new GZIPOutputStream(sent) : sent) {
            out.write(body);
        }
        return given().auth()
                .oauth2(RunningSuite.token("alice"))
                .header("Content-Encoding", compressed ? "gzip" : "identity")
                .contentType(type)
                .body(sent.toByteArray())
                .post(RunningSuite.door() + "/deid/v1/scores?specification=" + kept());
    }

    private static String kept() {
        return given().auth()
                .oauth2(RunningSuite.token("alice"))
                .contentType("application/json")
                .body(SPECIFICATION)
                .post(RunningSuite.door() + "/deid/v1/specifications")
                .path("id");
    }

    private static Response form(String csv) {
        return given().auth()
                .oauth2(RunningSuite.token("alice"))
                .multiPart("specification", SPECIFICATION, "application/json")
                .multiPart("data", "data.csv", csv.getBytes(StandardCharsets.US_ASCII), "text/csv")
                .post(RunningSuite.door() + "/deid/v1/scores");
    }

    private static Response json(String body) {
        return given().auth()
                .oauth2(RunningSuite.token("alice"))
                .contentType("application/json")
                .body(body)
                .post(RunningSuite.door() + "/deid/v1/scores");
    }

    private static List<Path> filesHolding(String marker, Path folder) throws IOException {
        byte[] wanted = marker.getBytes(StandardCharsets.US_ASCII);
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                // Archives that were unpacked before any data came cannot hold it, and are most of the bytes.
                boolean library =
                        file.toString().endsWith(".jar") || file.toString().endsWith(".so");
                if (attributes.isRegularFile() && !library && Files.isReadable(file) && holds(file, wanted)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                // A temporary file of somebody else's may vanish while we look.
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private static boolean holds(Path file, byte[] wanted) throws IOException {
        byte[] window = new byte[1 << 20];
        try (var in = Files.newInputStream(file)) {
            int kept = 0;
            for (int read = in.read(window); read >= 0; read = in.read(window, kept, window.length - kept)) {
                int filled = kept + read;
                if (new String(window, 0, filled, StandardCharsets.ISO_8859_1)
                        .contains(new String(wanted, StandardCharsets.ISO_8859_1))) {
                    return true;
                }
                kept = Math.min(wanted.length - 1, filled);
                System.arraycopy(window, filled - kept, window, 0, kept);
            }
        }
        return false;
    }
}
