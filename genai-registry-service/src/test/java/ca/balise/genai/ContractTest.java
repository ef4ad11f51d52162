package ca.balise.genai;

import static io.restassured.RestAssured.get;

import ca.balise.kit.testing.ContractFile;
import ca.balise.kit.testing.ContractRules;
import org.junit.jupiter.api.Test;

@RegistryTest
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
        return get("/genai-registry/openapi").then().statusCode(200).extract().asString();
    }
}
