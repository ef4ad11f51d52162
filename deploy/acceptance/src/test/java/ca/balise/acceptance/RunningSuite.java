package ca.balise.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The suite, started once for all tests of a run by {@code ./suite up --detach} with a state folder and ports of its own, and stopped
 * by {@code ./suite down} after the last.
 */
public final class RunningSuite implements BeforeAllCallback {

    private static final Path ROOT = root();
    private static final SpanCollector SPANS = SpanCollector.start();
    private static final Map<String, String> ENVIRONMENT = environment();
    private static final Map<String, Held> TOKENS = new ConcurrentHashMap<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(Namespace.create(RunningSuite.class)).computeIfAbsent(Started.class);
    }

    /** The door. */
    public static URI door() {
        return address("BALISE_GATEWAY_PORT");
    }

    /** The services behind it, by the prefix of their paths. */
    public static Map<String, URI> services() {
        return Map.of(
                "deid", address("BALISE_DEID_PORT"),
                "genai-registry", address("BALISE_GENAI_REGISTRY_PORT"),
                "socialmedia", address("BALISE_SOCIALMEDIA_PORT"));
    }

    /** Where it writes. */
    static Path state() {
        return Path.of(ENVIRONMENT.get("BALISE_STATE"));
    }

    static String postgresPort() {
        return ENVIRONMENT.get("BALISE_POSTGRES_PORT");
    }

    /** Where health and metrics of a process are. */
    static URI management(String process) {
        return address("BALISE_" + process.toUpperCase(Locale.ROOT).replace('-', '_') + "_MANAGEMENT_PORT");
    }

    /** Where the spans of its processes arrive: it runs with traces. */
    static SpanCollector spans() {
        return SPANS;
    }

    /** A password that the launcher made; a test may look underneath. */
    static String secret(String name) {
        var secrets = new Properties();
        try (var in = Files.newInputStream(state().resolve("secrets.properties"))) {
            secrets.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secrets.getProperty(name);
    }

    /** The process of a child of the suite. */
    static ProcessHandle process(String child) {
        String mark = "-Dbalise.suite.child=" + state() + ":" + child;
        return ProcessHandle.allProcesses()
                .filter(handle -> Arrays.asList(handle.info().arguments().orElse(new String[0]))
                        .contains(mark))
                .findFirst()
                .orElseThrow(() -> new AssertionError(child + " does not run"));
    }

    /** Starts the suite again on the state it left; it ends itself when a child dies. Keycloak signs with new keys then. */
    static void restart() {
        run("down");
        run("up", "--detach", "--no-build");
        TOKENS.clear();
    }

    /** The most memory a child of the suite has used so far, in KiB, as Linux counts it (VmHWM). */
    static long peakMemory(String child) {
        ProcessHandle process = process(child);
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The realm at Keycloak, under the name its tokens bear. */
    static URI realm() {
        return URI.create("http://localhost:" + ENVIRONMENT.get("BALISE_KEYCLOAK_PORT") + "/realms/suite");
    }

    /** The demonstration users that {@code ./suite token} knows. */
    public static List<String> users() {
        return List.of("alice", "bob", "carol", "diane", "denis", "rene", "mona", "serge", "stan", "audit");
    }

    /** A token of a demonstration user, as a caller gets one; asked for again before it expires. */
    public static String token(String user) {
        return TOKENS.compute(user, (name, held) -> held == null || held.isOld() ? Held.now(name) : held)
                .token();
    }

    private record Held(String token, Instant since) {

        static Held now(String user) {
            return new Held(run("token", user).strip(), Instant.now());
        }

        /** A token lasts five minutes; half of that leaves time to use it. */
        boolean isOld() {
            return since.plusSeconds(150).isBefore(Instant.now());
        }
    }

    /** Runs a command of the suite script and gives what it printed. */
    static String run(String... command) {
        List<String> line = new ArrayList<>(List.of(ROOT.resolve("suite").toString()));
        line.addAll(List.of(command));
        try {
            var errors = Files.createTempFile("suite", ".err");
            var builder = new ProcessBuilder(line).redirectError(errors.toFile());
            builder.environment().putAll(ENVIRONMENT);
            Process process = builder.start();
            process.getOutputStream().close();
            String output =
                    new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(
                        "./suite " + String.join(" ", command) + " failed:\n" + output + Files.readString(errors));
            }
            Files.delete(errors);
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static URI address(String port) {
        return URI.create("http://127.0.0.1:" + ENVIRONMENT.get(port));
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", SPANS.endpoint().toString());
        environment.put("BALISE_STATE", Path.of("target/suite").toAbsolutePath().toString());
        for (String name : List.of(
                "BALISE_GATEWAY_PORT",
                "BALISE_DEID_PORT",
                "BALISE_GENAI_REGISTRY_PORT",
                "BALISE_SOCIALMEDIA_PORT",
                "BALISE_GATEWAY_MANAGEMENT_PORT",
                "BALISE_DEID_MANAGEMENT_PORT",
                "BALISE_GENAI_REGISTRY_MANAGEMENT_PORT",
                "BALISE_SOCIALMEDIA_MANAGEMENT_PORT",
                "BALISE_KEYCLOAK_PORT",
                "BALISE_POSTGRES_PORT")) {
            environment.put(name, String.valueOf(freePort()));
        }
        return environment;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isExecutable(folder.resolve("suite"))) {
                return folder;
            }
        }
        throw new IllegalStateException("not inside a checkout");
    }

    /** Lives as long as the test run. */
    static final class Started implements AutoCloseable {

        Started() {
            run("up", "--detach", "--no-build");
        }

        @Override
        public void close() {
            run("down");
        }
    }
}
