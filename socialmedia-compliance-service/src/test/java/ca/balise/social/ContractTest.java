package ca.balise.social;

import static io.restassured.RestAssured.get;

import ca.balise.kit.testing.ContractFile;
import org.junit.jupiter.api.Test;

@ComplianceTest
class ContractTest {

    @Test
    void theContractServedIsTheOneCheckedIn() {
        ContractFile.at("contract/openapi.yaml")
                .assertSameAs(get("/socialmedia/openapi")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }
}
