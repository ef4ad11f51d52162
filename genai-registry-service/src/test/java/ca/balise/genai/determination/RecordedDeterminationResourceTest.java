package ca.balise.genai.determination;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import ca.balise.genai.RegistryTest;
import ca.balise.kit.testing.TestPostgres;
import ca.balise.kit.testing.TestTokens;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@RegistryTest
class RecordedDeterminationResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/genai-registry/v1/recorded-determinations";
    private static final String SECRET = "Projet Zibeline de Jeanne";

    private static final TestTokens DIANE = caller("diane", "MSSS", "registry-declarant");
    private static final TestTokens DENIS = caller("denis", "MSSS", "registry-di");
    private static final TestTokens RENE = caller("rene", "SAAQ", "registry-declarant");
    private static final TestTokens MONA = caller("mona", "MCN", "registry-reviewer");
    private static final TestTokens AUDIT =
            TestTokens.as("audit").roles("auditor").audience("genai-registry");

    private static TestTokens caller(String name, String institution, String role) {
        return TestTokens.as(name).institution(institution).roles(role).audience("genai-registry");
    }

    @BeforeEach
    void nothingIsRecorded() throws SQLException {
        asSuperuser("truncate recorded_determination");
    }

    /** A case without a what-if, for the registered suspension. */
    private static ObjectNode request(String... changes) {
        ObjectNode request = Cases.request(changes);
        request.remove("measure");
        return request;
    }

    @Test
    void whatIsRecordedIsWhatIsAnsweredAndIsReadBack() throws IOException {
        JsonNode answered = JSON.readTree(given().auth()
                .oauth2(DIANE.sign())
                .contentType("application/json")
                .body(request().toString())
                .post("/genai-registry/v1/determinations")
                .asString());

        Response created = record(DIANE, request());

        created.then().statusCode(201).body("institution", equalTo("MSSS"));
        String id = created.path("id");
        assertThat(created.header("Location")).isEqualTo(PATH + "/" + id);
        Response read = get(DENIS, "/" + id);
        assertThat(read.asString()).isEqualTo(created.asString());
        assertThat(read.header("ETag")).isEqualTo(created.header("ETag"));
        ObjectNode determination = (ObjectNode) JSON.readTree(read.asString()).get("determination");
        assertThat(determination.get("decidedAt").asText()).isEqualTo(read.path("knownAt"));
        determination.set("decidedAt", answered.get("decidedAt"));
        assertThat(determination).isEqualTo(answered);
        read.then()
                .body("facts.find { it.path == 'asOf' }", nullValue())
                .body("facts.find { it.path == 'use.activities' }.value", equalTo("EXPERIMENTATION"))
                .body("facts.find { it.path == 'use.activities' }.provenance", equalTo("ASSERTED"))
                .body("facts.find { it.path == 'measure.inForceNotLaterThan' }.value", equalTo("2025-03-18"))
                .body("facts.find { it.path == 'measure.inForceNotLaterThan' }.provenance", equalTo("RECORDED"));
    }

    @Test
    void aWhatIfIsNotRecorded() throws SQLException {
        record(DIANE, Cases.request())
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("violations.pointer", hasItem("/measure"))
                .body("violations.code", hasItem("WHAT_IF_NOT_RECORDED"));
        assertThat(count("recorded_determination")).isZero();
    }

    @Test
    void aCaseThatCannotBeJudgedIsNotRecorded() throws SQLException {
        record(DIANE, request("/facts/use/mode", "null")).then().statusCode(422);
        record(DIANE, request("/facts/surprise", "true")).then().statusCode(400);
        assertThat(count("recorded_determination")).isZero();
    }

    @Test
    void everyCaseIsTheSameWhenItIsJudgedAgain() throws IOException {
        long cases = KnownCase.all().count();
        KnownCase.all().forEach(known -> {
            ObjectNode request = known.request().deepCopy();
            request.remove("measure");
            record(DIANE, request).then().statusCode(201);
        });
        record(DIANE, request("/facts/use/product", "\"" + SECRET + "\""))
                .then()
                .statusCode(201);

        List<String> ids = new ArrayList<>();
        String next = PATH + "?limit=7";
        while (next != null) {
            Response page = given().auth()
                    .oauth2(AUDIT.sign())
                    .urlEncodingEnabled(false)
                    .get(next);
            ids.addAll(page.<List<String>>path("items.id"));
            String link = page.header("Link");
            next = link == null ? null : link.substring(link.indexOf('<') + 1, link.indexOf('>'));
        }
        assertThat(ids).hasSize((int) cases + 1).doesNotHaveDuplicates();
        for (String id : ids) {
            replay(AUDIT, id).then().statusCode(200).body("outcome", equalTo("SAME"));
        }
    }

    @Test
    void anAnswerThatWasChangedIsFoundOut() throws SQLException {
        String id = record(DIANE, request()).path("id");
        asSuperuser("update recorded_determination set answer = replace(answer, 'SUSPENDED', 'EXCEPTED')");
        replay(DIANE, id).then().statusCode(200).body("outcome", equalTo("DIFFERENT"));
    }

    @Test
    void ofOtherRulesNothingIsSaid() throws SQLException {
        String id = record(DIANE, request()).path("id");
        asSuperuser("update recorded_determination set ruleset_version = '1999-01-01'");
        replay(DIANE, id)
                .then()
                .body("outcome", equalTo("OTHER_RULES"))
                .body("rulesetVersion", equalTo(Cases.BOOK.version()));
    }

    @Test
    void factsSealedUnderAKeyThatIsGoneAreNotShown() throws SQLException {
        String id = record(DIANE, request()).path("id");
        asSuperuser(
                "update recorded_determination set facts = '\\x0104'::bytea || 'gone'::bytea || sha256('nonce and rest')");
        replay(DIANE, id).then().body("outcome", equalTo("UNREADABLE"));
        get(DIANE, "/" + id).then().statusCode(200).body("facts", nullValue());
    }

    @Test
    void factsOfAnotherRowDoNotPassForItsOwn() throws SQLException {
        String id = record(DIANE, request()).path("id");
        record(DIANE, request("/asOf", "\"2025-06-03\""));
        asSuperuser("""
                update recorded_determination r set facts = o.facts
                from recorded_determination o where o.as_of = '2025-06-03' and r.as_of = '2025-06-02'""");
        replay(DIANE, id).then().statusCode(500);
    }

    @Test
    void openTextIsShownToItsOwnInstitutionAloneAndKeptSealed() throws SQLException {
        String id = record(
                        DIANE,
                        request(
                                "/facts/use/product",
                                "\"" + SECRET + "\"",
                                "/facts/exceptions/structuredApproach/purpose",
                                "\"" + SECRET + "\""))
                .path("id");
        get(DENIS, "/" + id)
                .then()
                .body("facts.find { it.path == 'use.product' }.value", equalTo(SECRET))
                .body("determination.toString()", not(containsString("Zibeline")));
        for (TestTokens other : List.of(MONA, AUDIT)) {
            get(other, "/" + id)
                    .then()
                    .statusCode(200)
                    .body("facts.find { it.path == 'use.product' }.value", nullValue())
                    .body("facts.find { it.path == 'use.product' }.provenance", equalTo("ASSERTED"))
                    .body(not(containsString("Zibeline")));
        }
        try (Connection superuser = TestPostgres.asSuperuser(RegistryTest.DATABASE);
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(
                        "select d::text, encode(facts, 'escape') from recorded_determination d")) {
            row.next();
            assertThat(row.getString(1) + row.getString(2)).doesNotContain("Zibeline");
        }
    }

    @Test
    void anotherInstitutionsIsNotThere() {
        String id = record(DIANE, request()).path("id");
        get(RENE, "/" + id).then().statusCode(404);
        replay(RENE, id).then().statusCode(404);
        get(RENE, "").then().statusCode(200).body("items", hasSize(0));
        get(MONA, "").then().body("items", hasSize(1));
    }

    @Test
    void whoMay() {
        for (TestTokens reader : List.of(MONA, AUDIT)) {
            record(reader, request()).then().statusCode(403);
        }
        record(caller("pia", "MSSS", "deid-analyst"), request()).then().statusCode(403);
        record(TestTokens.as("nobody").roles("registry-declarant").audience("genai-registry"), request())
                .then()
                .statusCode(403)
                .body("code", equalTo("NO_INSTITUTION"));
        record(DENIS, request()).then().statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({
        "status=SUSPENDED, 2",
        "status=NOT_COVERED, 1",
        "reasonCode=NOT_GENAI, 1",
        "institution=SAAQ, 1",
        "institution=MCN, 0",
        "sort=-asOf, 3"
    })
    void theListIsFilteredAndSorted(String query, int found) {
        record(DIANE, request());
        record(DIANE, request("/facts/system/generativeAi", "false"));
        record(RENE, request("/asOf", "\"2025-06-03\""));
        Response page = get(MONA, "?" + query);
        page.then().statusCode(200).body("items", hasSize(found)).body("items.answer", not(hasItem(not(nullValue()))));
        if (query.startsWith("sort")) {
            page.then().body("items[0].asOf", equalTo("2025-06-03"));
        }
    }

    @Test
    void oneKeyMakesOneRecord() throws SQLException {
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Response created = given().auth()
                    .oauth2(DIANE.sign())
                    .contentType("application/json")
                    .header("Idempotency-Key", "7e9d1f1c-5a0e-4a9e-9a58-3a5cf2a0b111")
                    .body(request().toString())
                    .post(PATH);
            created.then().statusCode(201);
            bodies.add(created.asString());
        }
        assertThat(new HashSet<>(bodies)).hasSize(1);
        assertThat(count("recorded_determination")).isOne();
    }

    @Test
    void theChangeIsRecordedWithoutAWordOfTheCase() {
        String id = record(DIANE, request("/facts/use/product", "\"" + SECRET + "\""))
                .path("id");
        given().auth()
                .oauth2(AUDIT.sign())
                .get("/genai-registry/v1/audit-events?entityId=" + id)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].action", equalTo("determination.recorded"))
                .body("items[0].data.status", equalTo("SUSPENDED"))
                .body(not(containsString("Zibeline")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update recorded_determination set status = 'EXCEPTED'",
                "delete from recorded_determination",
                "truncate recorded_determination"
            })
    void theApplicationNeitherChangesNorRemovesOne(String statement) throws SQLException {
        record(DIANE, request());
        try (Connection app = TestPostgres.asApp(RegistryTest.DATABASE);
                Statement changing = app.createStatement()) {
            app.setAutoCommit(false);
            changing.execute("select kit.enter('MSSS', true, true, false)");
            assertThatThrownBy(() -> changing.execute(statement)).hasMessageContaining("permission denied");
        }
        assertThat(count("recorded_determination")).isOne();
    }

    private static Response record(TestTokens caller, ObjectNode request) {
        return given().auth()
                .oauth2(caller.sign())
                .contentType("application/json")
                .body(request.toString())
                .post(PATH);
    }

    private static Response get(TestTokens caller, String what) {
        return given().auth().oauth2(caller.sign()).get(PATH + what);
    }

    private static Response replay(TestTokens caller, String id) {
        return given().auth().oauth2(caller.sign()).post(PATH + "/" + id + "/replays");
    }

    private static void asSuperuser(String sql) throws SQLException {
        try (Connection superuser = TestPostgres.asSuperuser(RegistryTest.DATABASE);
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(String table) throws SQLException {
        try (Connection superuser = TestPostgres.asSuperuser(RegistryTest.DATABASE);
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getInt(1);
        }
    }
}
