package ca.balise.deid;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.kit.testing.ContractExamples;
import ca.balise.kit.testing.ContractExamples.Request;
import ca.balise.kit.testing.TestTokens;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the contract that is checked in; {@link ContractTest} proves that it is the one served. */
@QuarkusTest
class ExamplesTest extends ServiceTest {

    private static final String SCORES = "/deid/v1/scores";
    private static final String SPECIFICATIONS = "/deid/v1/specifications";
    private static final Path FOLDER = Path.of("src/main/resources/META-INF/examples");

    static ContractExamples examples() throws IOException {
        return ContractExamples.of(Files.readString(Path.of("contract/openapi.yaml")));
    }

    static Stream<Request> requests() throws IOException {
        return examples().requests().stream();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void eachRequestIsAcceptedAndAnsweredAsTheContractShows(Request example) throws IOException {
        Response answer = switch (example.operationId()) {
            case "keepSpecification" -> kept(example);
            case "createScore" -> scored(example);
            case "adviseMinimumCellSize" -> advised(example);
            // Sent by the kit's own tests too: what it answers depends on what was recorded so far.
            case "verifyAuditEvents" -> verified(example);
            default -> throw new AssertionError("nobody sends " + example);
        };
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 299);
        if (example.operationId().equals("verifyAuditEvents")) {
            return;
        }
        examples()
                .assertAnswered(
                        FOLDER, example.operationId(), answer.statusCode(), answer.asString(), "id", "createdAt");
    }

    @Test
    void theJobOfAScoreAndTheScoreItLeadsToAreAsTheContractShows() throws IOException {
        Request rows = requests()
                .filter(request -> request.operationId().equals("createScore")
                        && request.mediaType().equals("application/json"))
                .findFirst()
                .orElseThrow();
        Response accepted = as(alice())
                .header("Prefer", "respond-async")
                .contentType(ContentType.JSON)
                .body(rows.body().toString())
                .post(SCORES);
        examples().assertAnswered(FOLDER, "createScore", accepted.statusCode(), accepted.asString(), "id", "createdAt");

        String job = accepted.header("Location");
        Instant end = Instant.now().plusSeconds(30);
        while (as(alice()).get(job).path("finishedAt") == null) {
            assertThat(Instant.now()).as("the job does not end").isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        Response score = as(alice()).get(as(alice()).get(job).<String>path("result.score"));
        examples().assertAnswered(FOLDER, "readScore", score.statusCode(), score.asString());
    }

    @Test
    void eachIsWhatItsSchemaSays() throws IOException {
        examples().assertMatchTheirSchemas();
    }

    @Test
    void noneIsStray() throws IOException {
        examples().assertNoneIsStray(FOLDER);
    }

    @Test
    void theSpecificationsOfAllFormsAreTheSame() throws IOException {
        List<JsonNode> specifications = examples().requests().stream()
                .map(request -> request.operationId().equals("keepSpecification")
                        ? request.body()
                        : request.body().path("specification"))
                .filter(specification -> !specification.isMissingNode())
                .distinct()
                .toList();
        assertThat(specifications).hasSize(1);
    }

    private static Response kept(Request example) {
        return as(alice())
                .contentType(ContentType.JSON)
                .body(example.body().toString())
                .post(SPECIFICATIONS);
    }

    private static Response scored(Request example) throws IOException {
        return switch (example.mediaType()) {
            case "application/json" ->
                as(alice())
                        .contentType(ContentType.JSON)
                        .body(example.body().toString())
                        .post(SCORES);
            case "multipart/form-data" ->
                as(alice())
                        .multiPart(
                                "specification",
                                example.body().path("specification").toString(),
                                "application/json")
                        .multiPart(
                                "data",
                                "data.csv",
                                example.body().path("data").asText().getBytes(StandardCharsets.UTF_8),
                                "text/csv")
                        .post(SCORES);
            default -> {
                Request specification = requests()
                        .filter(request -> request.operationId().equals("keepSpecification"))
                        .findFirst()
                        .orElseThrow();
                String id = kept(specification).then().statusCode(201).extract().path("id");
                yield as(alice())
                        .contentType(example.mediaType())
                        .body(example.body().asText().getBytes(StandardCharsets.UTF_8))
                        .post(SCORES + "?specification=" + id);
            }
        };
    }

    private static Response advised(Request example) {
        return as(alice())
                .contentType(ContentType.JSON)
                .body(example.body().toString())
                .post("/deid/v1/minimum-cell-sizes");
    }

    private static Response verified(Request example) {
        return as(TestTokens.as("audit").roles("auditor").audience("deid"))
                .contentType(ContentType.JSON)
                .body(example.body().toString())
                .post("/deid/v1/audit-events/verifications");
    }
}
