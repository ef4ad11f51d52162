package ca.balise.deid;

import ca.balise.kit.testing.PostgresTestResource;
import ca.balise.kit.testing.TestTokens;
import ca.balise.kit.testing.TokenTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;

/** A test against the running service: real PostgreSQL, real tokens. */
@QuarkusTestResource(value = PostgresTestResource.class, initArgs = @ResourceArg(name = "database", value = "deid"))
@QuarkusTestResource(TokenTestResource.class)
public abstract class ServiceTest {

    /** An analyst of Health Canada. */
    protected static TestTokens alice() {
        return TestTokens.as("alice").institution("HC").roles("deid-analyst").audience("deid");
    }

    protected static RequestSpecification as(TestTokens caller) {
        return RestAssured.given().auth().oauth2(caller.sign());
    }
}
