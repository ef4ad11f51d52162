package ca.balise.genai;

import static io.restassured.RestAssured.get;

import ca.balise.kit.testing.ContractFile;
import org.junit.jupiter.api.Test;

@RegistryTest
class ContractTest {

    @Test
    void theContractServedIsTheOneCheckedIn() {
        ContractFile.at("contract/openapi.yaml")
                .assertSameAs(get("/genai-registry/openapi")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }
}
