package ca.balise.edge;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.kit.testing.TokenTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(UpstreamTestResource.class)
@QuarkusTestResource(TokenTestResource.class)
class WholeSuiteTest extends DoorTest {

    @Test
    void saysOfEachServiceWhetherItIsReadyAndNothingMore() throws Exception {
        var answer = managed("/q/health/group/whole");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).containsIgnoringWhitespaces("""
                        "name": "services",
                        "status": "DOWN",
                        "data": {
                            "absent": "DOWN",
                            "deid": "UP",
                            "genai-registry": "UP",
                            "socialmedia": "DOWN"
                        }""").doesNotContain("127.0.0.1", "a detail of its own");
    }

    /** One of them accepts the question and stays silent, one is not there. */
    @Test
    void waitsNoLongerThanForOneService() throws Exception {
        Instant asked = Instant.now();

        managed("/q/health/group/whole");

        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void isReadyItselfWhileAServiceIsNot() throws Exception {
        var answer = managed("/q/health/ready");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("services");
    }

    private static HttpResponse<String> managed(String path) throws Exception {
        URI management = ConfigProvider.getConfig().getValue("test.management.url", URI.class);
        return send(HttpRequest.newBuilder(management.resolve(path)));
    }
}
