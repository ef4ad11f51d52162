package ca.balise.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Makes a Quarkus test verify the tokens of {@link TestTokens} with its own code: a key in place of an address to discover. */
public final class TokenTestResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        // As the main method of a service does, which a test does not run.
        System.setProperty("vertx.disableURIValidation", "true");
        return Map.of(
                "quarkus.oidc.public-key",
                TestTokens.publicKeyAsPem(),
                "quarkus.oidc.token.issuer",
                TestTokens.ISSUER,
                // Empty is unset: an address would win over the key.
                "quarkus.oidc.auth-server-url",
                "");
    }

    @Override
    public void stop() {}
}
