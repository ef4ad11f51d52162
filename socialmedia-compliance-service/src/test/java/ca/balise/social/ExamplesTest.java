package ca.balise.social;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.kit.testing.ContractExamples;
import ca.balise.kit.testing.ContractExamples.Request;
import ca.balise.kit.testing.TestPostgres;
import ca.balise.kit.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the contract that is checked in; {@link ContractTest} proves that it is the one served. */
@ComplianceTest
class ExamplesTest {

    private static final String DEPARTMENTS = "/socialmedia/v1/departments";
    private static final String ACCOUNTS = "/socialmedia/v1/accounts";
    private static final String[] OCCASIONAL = {
        "id", "registeredAt", "addressSince", "statusChanges", "importedAt", "difference", "decidedAt", "inputHash"
    };
    private static final Path FOLDER = Path.of("src/main/resources/META-INF/examples");

    private static final TestTokens SERGE =
            TestTokens.as("serge").institution("SC").roles("social-publisher").audience("socialmedia");

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
            case "registerDepartment" -> sending(example).post(DEPARTMENTS);
            case "replaceDepartment" -> replaced(example);
            case "registerAccount" -> sending(example).post(ACCOUNTS);
            case "replaceAccount" -> replacedAccount(example);
            case "moveAccount" -> movedAccount(example);
            case "importDepartments" -> table(example).post(DEPARTMENTS + "/imports");
            case "importAccounts" -> importedAccounts(example);
            case "determineAccount" -> sending(example).post("/socialmedia/v1/determinations");
            case "determineRetention" -> sending(example).post("/socialmedia/v1/retention-determinations");
            // Sent by the kit's own tests too: what it answers depends on what was recorded so far.
            case "verifyAuditEvents" -> verified(example);
            default -> throw new AssertionError("nobody sends " + example);
        };
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 299);
        if (example.operationId().equals("verifyAuditEvents")) {
            return;
        }
        examples().assertAnswered(FOLDER, example.operationId(), answer.statusCode(), answer.asString(), OCCASIONAL);
    }

    /** The answers that the contract shows of what is read: an account as it was registered, alone and in a list; and what anybody is told. */
    @Test
    void eachReadIsAnsweredAsTheContractShows() throws IOException {
        Response account = sending(request("registerAccount")).post(ACCOUNTS);
        assertThat(account.statusCode()).isEqualTo(201);
        examples()
                .assertAnswered(
                        FOLDER,
                        "readAccount",
                        200,
                        reading(account.header("Location")).asString(),
                        OCCASIONAL);
        examples()
                .assertAnswered(
                        FOLDER,
                        "lookUpAccount",
                        200,
                        given().queryParam("url", account.<String>path("url"))
                                .get("/socialmedia/v1/public/accounts")
                                .asString());
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
                .oauth2(SERGE.sign())
                .urlEncodingEnabled(false)
                .when()
                .get(address)
                .then()
                .statusCode(200);
    }

    private static Response replaced(Request example) throws IOException {
        Request before = examples().requests().stream()
                .filter(request -> request.operationId().equals("registerDepartment"))
                .findFirst()
                .orElseThrow();
        Response created = sending(before).post(DEPARTMENTS);
        return sending(example).header("If-Match", created.header("ETag")).put(DEPARTMENTS + "/" + created.path("id"));
    }

    @BeforeEach
    void nothingYet() throws SQLException {
        try (Connection superuser = TestPostgres.asSuperuser(ComplianceTest.DATABASE);
                Statement statement = superuser.createStatement()) {
            statement.execute("truncate department, account, account_import cascade");
        }
    }

    private static Request request(String operationId) throws IOException {
        return examples().requests().stream()
                .filter(request -> request.operationId().equals(operationId))
                .findFirst()
                .orElseThrow();
    }

    private static Response reading(String address) {
        return given().auth().oauth2(SERGE.sign()).get(address);
    }

    private static Response replacedAccount(Request example) throws IOException {
        Response created = sending(request("registerAccount")).post(ACCOUNTS);
        return sending(example).header("If-Match", created.header("ETag")).put(created.header("Location"));
    }

    private static Response movedAccount(Request example) throws IOException {
        Response created = sending(request("registerAccount")).post(ACCOUNTS);
        return sending(example)
                .header("If-Match", created.header("ETag"))
                .post(created.header("Location") + "/transitions");
    }

    private static Response importedAccounts(Request example) throws IOException {
        table(request("importDepartments"))
                .post(DEPARTMENTS + "/imports")
                .then()
                .statusCode(200);
        return table(example).post(ACCOUNTS + "/imports");
    }

    private static RequestSpecification table(Request example) {
        return given().auth()
                .oauth2(SERGE.sign())
                .contentType("text/csv")
                .body(example.body().asText().getBytes(StandardCharsets.UTF_8));
    }

    private static RequestSpecification sending(Request example) {
        return given().auth()
                .oauth2(SERGE.sign())
                .contentType(ContentType.JSON)
                .body(example.body().toString());
    }

    private static Response verified(Request example) {
        return given().auth()
                .oauth2(TestTokens.as("audit")
                        .roles("auditor")
                        .audience("socialmedia")
                        .sign())
                .contentType(ContentType.JSON)
                .body(example.body().toString())
                .post("/socialmedia/v1/audit-events/verifications");
    }
}
