package ca.balise.genai;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.kit.testing.ContractExamples;
import ca.balise.kit.testing.ContractExamples.Request;
import ca.balise.kit.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the contract that is checked in; {@link ContractTest} proves that it is the one served. */
@RegistryTest
class ExamplesTest {

    private static final String ORGANIZATIONS = "/genai-registry/v1/organizations";
    private static final Path FOLDER = Path.of("src/main/resources/META-INF/examples");

    private static final TestTokens MONA =
            TestTokens.as("mona").institution("MCN").roles("registry-reviewer").audience("genai-registry");

    private static final TestTokens DENIS =
            TestTokens.as("denis").institution("MSSS").roles("registry-di").audience("genai-registry");

    static ContractExamples examples() throws IOException {
        return ContractExamples.of(Files.readString(Path.of("contract/openapi.yaml")));
    }

    static Stream<Request> requests() throws IOException {
        return examples().requests().stream();
    }

    static List<String> listings() throws IOException {
        return examples().listings();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void eachRequestIsAcceptedAndAnsweredAsTheContractShows(Request example) throws IOException {
        Response answer = switch (example.operationId()) {
            case "registerOrganization" -> sending(example).post(ORGANIZATIONS);
            case "replaceOrganization" -> replaced(example);
            case "determineSuspension" -> sending(example).post("/genai-registry/v1/determinations");
            case "recordDetermination" -> sending(example, DENIS).post("/genai-registry/v1/recorded-determinations");
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
                        FOLDER,
                        example.operationId(),
                        answer.statusCode(),
                        answer.asString(),
                        "id",
                        "knownAt",
                        "decidedAt",
                        "inputHash",
                        "determination.decidedAt",
                        "determination.inputHash");
    }

    @Test
    void eachIsWhatItsSchemaSays() throws IOException {
        examples().assertMatchTheirSchemas();
    }

    @Test
    void noneIsStray() throws IOException {
        examples().assertNoneIsStray(FOLDER);
    }

    @ParameterizedTest
    @MethodSource("listings")
    void eachSortKeyAndFilterThatIsStatedIsAnswered(String address) {
        given().auth()
                .oauth2(MONA.sign())
                .urlEncodingEnabled(false)
                .when()
                .get(address)
                .then()
                .statusCode(200);
    }

    private static Response replaced(Request example) throws IOException {
        Request before = examples().requests().stream()
                .filter(request -> request.operationId().equals("registerOrganization"))
                .findFirst()
                .orElseThrow();
        Response created = sending(before).post(ORGANIZATIONS);
        return sending(example)
                .header("If-Match", created.header("ETag"))
                .put(ORGANIZATIONS + "/" + created.path("id"));
    }

    private static RequestSpecification sending(Request example) {
        return sending(example, MONA);
    }

    private static RequestSpecification sending(Request example, TestTokens caller) {
        return given().auth()
                .oauth2(caller.sign())
                .contentType(ContentType.JSON)
                .body(example.body().toString());
    }

    private static Response verified(Request example) {
        return given().auth()
                .oauth2(TestTokens.as("audit")
                        .roles("auditor")
                        .audience("genai-registry")
                        .sign())
                .contentType(ContentType.JSON)
                .body(example.body().toString())
                .post("/genai-registry/v1/audit-events/verifications");
    }
}
