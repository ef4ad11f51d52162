package ca.balise.edge;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/**
 * The services behind the door under test: {@code deid} and {@code genai-registry} are a well-behaved {@link Upstream},
 * {@code socialmedia} is a {@link RudeUpstream}, and {@code absent}, which stands nowhere but in this configuration, is down.
 */
public final class UpstreamTestResource implements QuarkusTestResourceLifecycleManager {

    private final Upstream upstream = new Upstream();
    private final RudeUpstream rude = new RudeUpstream();

    @Override
    public Map<String, String> start() {
        System.setProperty(Door.FRAMEWORK_REFUSES_NO_ADDRESS, "true");
        String kind = "http://127.0.0.1:" + upstream.start();
        String down = "http://127.0.0.1:" + closedPort();
        return Map.ofEntries(
                Map.entry("balise.edge.routes.deid.address", kind),
                Map.entry("balise.edge.routes.deid.readiness", kind + "/q/health/ready"),
                Map.entry("balise.edge.routes.genai-registry.address", kind),
                Map.entry("balise.edge.routes.genai-registry.readiness", kind + "/q/health/ready"),
                Map.entry("balise.edge.routes.socialmedia.address", "http://127.0.0.1:" + rude.start()),
                // Accepts the question and never answers it.
                Map.entry("balise.edge.routes.socialmedia.readiness", kind + "/stall"),
                Map.entry("balise.edge.routes.absent.prefix", "/absent"),
                Map.entry("balise.edge.routes.absent.address", down),
                Map.entry("balise.edge.routes.absent.readiness", down + "/q/health/ready"),
                Map.entry("balise.edge.routes.absent.audience", "absent"),
                Map.entry("balise.edge.relay.idle-timeout", "5s"),
                Map.entry("balise.edge.relay.linger", "5s"));
    }

    @Override
    public void stop() {
        upstream.stop();
        rude.stop();
    }

    static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
