package ca.balise.deid.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import ca.balise.deid.ServiceTest;
import ca.balise.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RemoveSpecificationTest extends ServiceTest {

    private static final TestTokens CAROL =
            TestTokens.as("carol").institution("DND").roles("deid-analyst").audience("deid");
    private static final TestTokens BOB =
            TestTokens.as("bob").institution("HC").roles("deid-approver").audience("deid");

    @Test
    void whatIsRemovedIsThereNoMoreAndNoScoreFindsIt() {
        Response kept = keep();
        kept.then().body("version", equalTo(0));
        assertThat(kept.header("ETag")).matches("\"0-[0-9a-f]{32}\"");
        score(kept).statusCode(200);

        delete(alice(), kept, kept.header("ETag")).then().statusCode(204);

        problem(as(alice()).get(kept.header("Location")), 404, "SPECIFICATION_NOT_FOUND");
        problem(delete(alice(), kept, kept.header("ETag")), 404, "SPECIFICATION_NOT_FOUND");
        score(kept).statusCode(404).body("code", equalTo("SPECIFICATION_NOT_FOUND"));
    }

    @Test
    void whoDoesNotSayWhatItSawRemovesNothing() {
        Response kept = keep();
        problem(delete(alice(), kept, null), 428, "PRECONDITION_REQUIRED");
        problem(delete(alice(), kept, "nonsense"), 400, "MALFORMED_REQUEST")
                .body("violations[0].pointer", equalTo("If-Match"));
        problem(delete(alice(), kept, "\"1-x\""), 412, "PRECONDITION_FAILED");
        as(alice()).get(kept.header("Location")).then().statusCode(200);
    }

    @Test
    void anotherInstitutionsSpecificationIsNotThereToBeRemoved() {
        Response kept = keep();
        for (String condition : List.of("*", kept.header("ETag"), "\"1-x\"")) {
            problem(delete(CAROL, kept, condition), 404, "SPECIFICATION_NOT_FOUND");
        }
        problem(delete(BOB, kept, null), 403, "FORBIDDEN");
        as(alice()).get(kept.header("Location")).then().statusCode(200);
    }

    @RepeatedTest(3)
    void itIsRemovedOnce() {
        Response kept = keep();
        List<Integer> statuses =
                Stream.of(1, 2, 3)
                        .map(_ -> CompletableFuture.supplyAsync(() -> delete(alice(), kept, "*")))
                        .toList()
                        .stream()
                        .map(answer -> answer.join().statusCode())
                        .toList();
        assertThat(statuses).containsExactlyInAnyOrder(204, 404, 404);
    }

    private static Response keep() {
        Response kept = as(alice())
                .contentType(ContentType.JSON)
                .body("{\"variables\": [{\"name\": \"sex\", \"role\": \"QUASI_IDENTIFIER\"}]}")
                .post("/deid/v1/specifications");
        kept.then().statusCode(201);
        return kept;
    }

    private static ValidatableResponse score(Response kept) {
        return as(alice())
                .contentType("text/csv")
                .body("sex\nF\nM\n")
                .post("/deid/v1/scores?specification=" + kept.path("id"))
                .then();
    }

    private static Response delete(TestTokens caller, Response kept, String condition) {
        RequestSpecification request = as(caller);
        if (condition != null) {
            request.header("If-Match", condition);
        }
        return request.delete(kept.header("Location"));
    }

    private static ValidatableResponse problem(Response answer, int status, String code) {
        return answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }
}
