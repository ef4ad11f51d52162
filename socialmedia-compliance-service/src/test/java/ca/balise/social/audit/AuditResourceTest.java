package ca.balise.social.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import ca.balise.kit.testing.TestTokens;
import ca.balise.social.ComplianceTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What this service changes, as it is recorded and told. */
@ComplianceTest
class AuditResourceTest {

    private static final String SERVICE = "/socialmedia/v1";

    private static final TestTokens WRITER =
            TestTokens.as("serge").institution("SC").roles("social-publisher").audience("socialmedia");
    private static final TestTokens CAROL = TestTokens.as("carol")
            .institution("DND")
            .roles("social-communications")
            .audience("socialmedia");
    private static final TestTokens READER =
            TestTokens.as("reader").institution("HC").audience("socialmedia");
    private static final TestTokens AUDIT =
            TestTokens.as("audit").roles("auditor").audience("socialmedia");

    private static final String BODY = """
            {"institution": "HC", "name": {"en": "Health Canada", "fr": "Santé Canada"}, "faaSchedules": ["I"]}""";

    @Test
    void whatIsRegisteredIsRecordedOnceHoweverOftenItIsSent() {
        String key = UUID.randomUUID().toString();
        Response first = post(key);
        first.then().statusCode(201).header("Idempotency-Replayed", nullValue());
        Response second = post(key);
        second.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag")).isNotNull();

        Response recorded = get(AUDIT, SERVICE + "/audit-events?entityId=" + first.path("id"));
        recorded.then()
                .body("items.size()", equalTo(1))
                .body("items[0].action", equalTo("department.registered"))
                .body("items[0].entity.type", equalTo("department"))
                .body("items[0].institution", equalTo("HC"))
                .body("items[0].service", equalTo("socialmedia"))
                .body("items[0].actor.subject", equalTo(TestTokens.subject("serge")));
        assertThat(recorded.asString()).doesNotContain("Health", "Santé");
        given().auth()
                .oauth2(AUDIT.sign())
                .contentType(ContentType.JSON)
                .post(SERVICE + "/audit-events/verifications")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true));
    }

    @Test
    void theFeedTellsItsInstitutionAndNoOther() {
        String subject = "department/" + post(UUID.randomUUID().toString()).path("id");
        assertThat(subjects(READER)).contains(subject);
        assertThat(subjects(CAROL)).doesNotContain(subject);
        assertThat(get(READER, SERVICE + "/events?limit=500").<List<String>>path("items.type"))
                .contains("ca.balise.socialmedia.department.registered.v1");
    }

    private static List<String> subjects(TestTokens caller) {
        return get(caller, SERVICE + "/events?limit=500")
                .then()
                .statusCode(200)
                .extract()
                .path("items.subject");
    }

    private static Response get(TestTokens caller, String path) {
        return given().auth().oauth2(caller.sign()).get(path);
    }

    private static Response post(String key) {
        return given().auth()
                .oauth2(WRITER.sign())
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(BODY)
                .post(SERVICE + "/departments");
    }
}
