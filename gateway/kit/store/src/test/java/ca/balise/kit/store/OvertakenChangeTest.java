package ca.balise.kit.store;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import ca.balise.kit.testing.PostgresTestResource;
import ca.balise.kit.testing.TestPostgres;
import ca.balise.kit.testing.TokenTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TokenTestResource.class)
@QuarkusTestResource(
        value = PostgresTestResource.class,
        initArgs = @ResourceArg(name = "database", value = InstitutionScopeTest.DATABASE))
class OvertakenChangeTest {

    private final String address = "/drafts/" + UUID.randomUUID() + "/overtaken";

    @BeforeEach
    void aDraft() throws SQLException {
        try (Connection superuser = TestPostgres.asSuperuser(InstitutionScopeTest.DATABASE);
                Statement statement = superuser.createStatement()) {
            statement.execute("insert into draft (id, institution, words) values ('%s', 'HC', 'theirs')"
                    .formatted(address.split("/")[2]));
        }
    }

    @Test
    void isAFailedPreconditionOfWhoSetOne() {
        given().header("If-Match", "\"0-x\"")
                .when()
                .put(address)
                .then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("code", equalTo("PRECONDITION_FAILED"));
    }

    @Test
    void isAConflictForEveryoneElse() {
        given().when()
                .put(address)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("CONFLICT"));
    }
}
