package ca.balise.edge;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.kit.testing.TestTokens;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** The door starts before the issuer of its tokens, as it may after a power cut. */
@QuarkusTest
@TestProfile(LateIssuerTest.NoIssuerYet.class)
class LateIssuerTest extends DoorTest {

    public static final class NoIssuerYet implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.oidc.auth-server-url",
                    "http://127.0.0.1:" + UpstreamTestResource.closedPort() + "/realms/suite");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(UpstreamTestResource.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @Test
    void saysThatItCannotVerifyTokensYetAndServesOnceItCan() throws Exception {
        var withoutToken = send(request("/deid/v1/things"));
        var before = send(withToken("/deid/v1/things"));
        var open = send(request("/deid/openapi"));

        HttpResponse<String> whileSilent;
        try (var silent = new ServerSocket(address().getPort(), 50, InetAddress.getLoopbackAddress())) {
            whileSilent = send(withToken("/deid/v1/things"));
        }
        HttpServer issuer = issuer();
        issuer.start();
        var after = send(withToken("/deid/v1/things"));
        issuer.stop(0);
        var afterLoss = send(withToken("/deid/v1/things"));

        assertProblem(withoutToken, 401, "UNAUTHENTICATED");
        assertProblem(before, 503, "UNAVAILABLE");
        assertProblem(whileSilent, 503, "UNAVAILABLE");
        assertThat(before.headers().firstValue("retry-after")).isPresent();
        assertThat(List.of(open.statusCode(), after.statusCode(), afterLoss.statusCode()))
                .containsOnly(200);
    }

    private static URI address() {
        return ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", URI.class);
    }

    private static HttpServer issuer() throws IOException {
        URI address = address();
        var key = (RSAPublicKey) TestTokens.publicKey();
        String discovery = "{\"issuer\":\"" + TestTokens.ISSUER + "\",\"jwks_uri\":\"" + address + "/keys\"}";
        String keys = "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"test\",\"use\":\"sig\",\"alg\":\"RS256\",\"n\":\""
                + base64(key.getModulus()) + "\",\"e\":\"" + base64(key.getPublicExponent()) + "\"}]}";
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort()), 0);
        server.createContext("/", exchange -> {
            byte[] body = (exchange.getRequestURI().getPath().endsWith("/keys") ? keys : discovery)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        return server;
    }

    private static String base64(BigInteger number) {
        byte[] octets = number.toByteArray();
        int sign = octets[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(java.util.Arrays.copyOfRange(octets, sign, octets.length));
    }
}
