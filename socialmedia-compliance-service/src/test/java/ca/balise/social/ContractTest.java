package ca.balise.social;

import static io.restassured.RestAssured.get;

import ca.balise.kit.testing.ContractFile;
import ca.balise.kit.testing.ContractRules;
import org.junit.jupiter.api.Test;

@ComplianceTest
class ContractTest {

    @Test
    void theContractServedIsTheOneCheckedIn() {
        ContractFile.at("contract/openapi.yaml").assertSameAs(served());
    }

    @Test
    void aStrangerCanCallEachOperationFromTheContractAlone() {
        ContractRules.assertKept(served());
    }

    private static String served() {
        return get("/socialmedia/openapi").then().statusCode(200).extract().asString();
    }
}
