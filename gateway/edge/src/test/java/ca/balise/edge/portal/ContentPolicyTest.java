package ca.balise.edge.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContentPolicyTest {

    @Test
    void letsSwaggerUiCallTheIssuersOriginAndNoOther() {
        String policy = ContentPolicy.swaggerUi(Optional.of(URI.create("https://signin.example:8443/realms/suite")));

        assertThat(policy).endsWith("; connect-src 'self' https://signin.example:8443");
    }

    @Test
    void letsSwaggerUiCallTheDoorAloneWhereThereIsNoIssuer() {
        assertThat(ContentPolicy.swaggerUi(Optional.empty())).endsWith("; connect-src 'self'");
    }
}
