package ca.balise.deid.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import ca.balise.deid.ServiceTest;
import ca.balise.deid.intake.parquet.ParquetFiles;
import ca.balise.deid.intake.parquet.ParquetLimits;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Parquet over the wire. */
@QuarkusTest
class ParquetScoreTest extends ServiceTest {

    private static final String SCORES = "/deid/v1/scores";
    private static final String PARQUET = "application/vnd.apache.parquet";
    private static final String SPECIFICATION = """
            {"variables": [{"name": "sex", "role": "QUASI_IDENTIFIER"}, {"name": "age", "role": "QUASI_IDENTIFIER"},
                           {"name": "city", "role": "QUASI_IDENTIFIER"}, {"name": "illness", "role": "SENSITIVE"},
                           {"name": "born", "role": "OTHER"}], "minimumCellSize": 5}""";

    @Inject
    ParquetLimits limits;

    /** The same records, one of each format: numbers, dates, texts beyond ASCII, and values that are missing. */
    @Test
    void scoresTheSameRecordsAlikeInEveryFormat() throws Exception {
        var random = new SplittableRandom(20_251_127);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            rows.add(List.of(
                    random.nextBoolean() ? "F" : "M",
                    random.nextInt(10) == 0 ? "" : Integer.toString(random.nextInt(18, 90)),
                    List.of("Québec", "Montréal", "O’Leary, \"PEI\"", "").get(random.nextInt(4)),
                    List.of("a", "b", "c").get(random.nextInt(3)),
                    "19" + random.nextInt(30, 99) + "-0" + random.nextInt(1, 9) + "-1" + random.nextInt(9)));
        }
        String csv = "sex,age,city,illness,born\n"
                + rows.stream()
                        .map(row -> row.stream()
                                .map(value -> '"' + value.replace("\"", "\"\"") + '"')
                                .collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\n"));
        List<String> objects = rows.stream().map(ParquetScoreTest::json).toList();
        byte[] parquet = ParquetFiles.of("select sex, case age when '' then null else age::integer end as age,"
                + " nullif(city, '') as city, illness, born::date as born from (values "
                + rows.stream()
                        .map(row -> row.stream()
                                .map(value -> "'" + value.replace("'", "''") + "'")
                                .collect(Collectors.joining(",", "(", ")")))
                        .collect(Collectors.joining(","))
                + ") t(sex, age, city, illness, born)");

        List<String> scores = Stream.of(
                        raw("text/csv", csv.getBytes(StandardCharsets.UTF_8)),
                        raw("application/x-ndjson", String.join("\n", objects).getBytes(StandardCharsets.UTF_8)),
                        raw(PARQUET, parquet),
                        form("text/csv", csv.getBytes(StandardCharsets.UTF_8)),
                        form("application/json", objects.toString().getBytes(StandardCharsets.UTF_8)),
                        form(PARQUET, parquet),
                        as(alice())
                                .contentType(ContentType.JSON)
                                .body("{\"specification\": " + SPECIFICATION + ", \"rows\": " + objects + "}")
                                .post(SCORES))
                .map(answer -> answer.then().statusCode(200).extract().asString())
                .toList();

        assertThat(scores).containsOnly(scores.getFirst());
        assertThat(scores.getFirst()).contains("\"records\":3000");
    }

    private static String json(List<String> row) {
        return "{\"sex\":\"" + row.get(0) + "\",\"age\":" + (row.get(1).isEmpty() ? "null" : row.get(1))
                + ",\"city\":\""
                + row.get(2).replace("\"", "\\\"") + "\",\"illness\":\"" + row.get(3) + "\",\"born\":\"" + row.get(4)
                + "\"}";
    }

    @Test
    void saysWhatIsWrongWithoutAWordOfTheData() throws Exception {
        String marker = "marker" + UUID.randomUUID().toString().replace("-", "");
        byte[] sound = ParquetFiles.of(
                "select '" + marker + "' as sex, 1 as age, 'b' as city, 'c' as illness, 'd' as born from range(1000)");
        byte[] cut = Arrays.copyOf(sound, sound.length - 20);

        raw(PARQUET, cut)
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED_PARQUET"))
                .body("violations.code", hasItem("PARQUET_DAMAGED"))
                .body(not(containsString(marker)));
        raw(PARQUET, marker.getBytes(StandardCharsets.US_ASCII))
                .then()
                .statusCode(400)
                .body("violations.code", hasItem("NOT_PARQUET"))
                .body(not(containsString(marker)));
        raw(
                        PARQUET,
                        ParquetFiles.of(
                                "select ['" + marker + "'] as sex, 1 as age, 'b' as city, 'c' as illness, 'd' as born"))
                .then()
                .statusCode(422)
                .body("code", equalTo("UNFIT_DATA"))
                .body("violations.pointer", equalTo(List.of("sex")))
                .body("violations.code", equalTo(List.of("UNSUPPORTED_COLUMN_TYPE")))
                .body(not(containsString(marker)));
        raw(
                        PARQUET,
                        ParquetFiles.of(
                                "select 'F' as sex, 1 as age, 'b' as city, 'c' as illness, 'd' as born, 2 as more"))
                .then()
                .statusCode(422)
                .body("violations.code", equalTo(List.of("COLUMN_WITHOUT_ROLE")));
        raw(PARQUET, ParquetFiles.of("select 1 as " + marker))
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("COLUMN_MISSING"))
                .body(not(containsString(marker)));
    }

    @Test
    void leavesNothingInMemory() throws Exception {
        raw(PARQUET, ParquetFiles.of("select 'F' as sex, 1 as age, 'b' as city, 'c' as illness, 'd' as born"))
                .then()
                .statusCode(200);
        raw(PARQUET, "PAR1".getBytes(StandardCharsets.US_ASCII)).then().statusCode(400);

        try (Stream<Path> files = Files.walk(limits.folder())) {
            assertThat(files.map(Path::toString)
                            .filter(name -> name.endsWith(".parquet") && name.contains("balise-deid-")))
                    .isEmpty();
        }
    }

    private static Response raw(String type, byte[] body) {
        String id = as(alice())
                .contentType(ContentType.JSON)
                .body(SPECIFICATION)
                .post("/deid/v1/specifications")
                .path("id");
        return as(alice()).contentType(type).body(body).post(SCORES + "?specification=" + id);
    }

    private static Response form(String type, byte[] body) throws IOException {
        return as(alice())
                .multiPart("specification", SPECIFICATION, "application/json")
                .multiPart("data", "data", body, type)
                .post(SCORES);
    }
}
