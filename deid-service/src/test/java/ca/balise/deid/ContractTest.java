package ca.balise.deid;

import ca.balise.kit.testing.ContractFile;
import ca.balise.kit.testing.ContractRules;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContractTest extends ServiceTest {

    @Test
    void theContractCheckedInIsTheOneServed() {
        ContractFile.at("contract/openapi.yaml").assertSameAs(served());
    }

    @Test
    void aStrangerCanCallEachOperationFromTheContractAlone() {
        ContractRules.assertKept(served());
    }

    private static String served() {
        return RestAssured.given()
                .get("/deid/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
