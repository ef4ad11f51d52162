package ca.balise.deid;

import ca.balise.kit.testing.ContractFile;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContractTest extends ServiceTest {

    @Test
    void theContractCheckedInIsTheOneServed() {
        String served = RestAssured.given()
                .get("/deid/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        ContractFile.at("contract/openapi.yaml").assertSameAs(served);
    }
}
