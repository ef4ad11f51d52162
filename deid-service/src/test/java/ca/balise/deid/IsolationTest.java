package ca.balise.deid;

import static org.hamcrest.Matchers.equalTo;

import ca.balise.kit.testing.IsolationRules;
import ca.balise.kit.testing.TestPostgres;
import ca.balise.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IsolationTest extends ServiceTest {

    private static final String DATABASE = "deid";

    private static final TestTokens CAROL =
            TestTokens.as("carol").institution("DND").roles("deid-analyst").audience("deid");

    @Test
    void institutionsAreKeptApart() {
        IsolationRules.assertKept(DATABASE);
    }

    @Test
    void aQueryThatForgetsTheInstitutionReturnsNothing() throws SQLException {
        try (Connection superuser = TestPostgres.asSuperuser(DATABASE);
                Statement statement = superuser.createStatement()) {
            statement.execute("""
                    insert into specification (id, institution, created_at, body)
                    values (uuidv7(), 'HC', now(), '{"variables": []}')""");
        }
        IsolationRules.assertHidden(DATABASE, "specification", "HC");
    }

    @Test
    void carolFindsNoSpecificationOfAlicesInstitution() {
        String kept = as(alice())
                .contentType(ContentType.JSON)
                .body("{\"variables\": [{\"name\": \"age\", \"role\": \"QUASI_IDENTIFIER\"}], \"minimumCellSize\": 3}")
                .post("/deid/v1/specifications")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        as(alice()).get(kept).then().statusCode(200);
        as(CAROL)
                .get(kept)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("SPECIFICATION_NOT_FOUND"));
    }
}
