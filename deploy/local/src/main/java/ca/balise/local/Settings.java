package ca.balise.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the suite stands on this machine: the checkout, the state folder and the ports.
 *
 * <p>Every port is moved by an environment variable ({@code BALISE_GATEWAY_PORT}, {@code BALISE_DEID_PORT}, …,
 * {@code BALISE_KEYCLOAK_PORT}, {@code BALISE_POSTGRES_PORT}); PostgreSQL takes a free one when it is not told. Every
 * address is on the loopback interface, and there is no setting to change that.
 *
 * @param root the checkout
 * @param state the folder that holds data, programs, logs and secrets between runs
 * @param ports the port under each variable, in the order in which they are checked
 * @param requiredMemoryMiB memory that must be available before anything starts ({@code BALISE_REQUIRED_MEMORY_MIB})
 */
record Settings(Path root, Path state, Map<String, Integer> ports, int requiredMemoryMiB) {
    static final String LOOPBACK = "127.0.0.1";
    static final String KEYCLOAK_PORT = "BALISE_KEYCLOAK_PORT";
    static final String POSTGRES_PORT = "BALISE_POSTGRES_PORT";
    private static final String REQUIRED_MEMORY = "BALISE_REQUIRED_MEMORY_MIB";

    /** About what the six processes hold together, measured after the demonstration, with a little room. */
    private static final int DEFAULT_REQUIRED_MEMORY_MIB = 2_000;

    Settings {
        ports = Collections.unmodifiableMap(new LinkedHashMap<>(ports));
    }

    /**
     * Reads the settings from an environment.
     *
     * @throws SuiteFailure when a variable is no number in its range, or two ports are the same
     */
    static Settings read(Map<String, String> environment, Path root, Path state) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        for (QuarkusProcess process : QuarkusProcess.values()) {
            String port = process.portVariable();
            ports.put(port, number(environment, port, process.defaultPort(), 65_535));
            String management = process.managementPortVariable();
            ports.put(management, number(environment, management, process.defaultManagementPort(), 65_535));
        }
        ports.put(KEYCLOAK_PORT, number(environment, KEYCLOAK_PORT, 8180, 65_535));
        ports.put(
                POSTGRES_PORT,
                environment.containsKey(POSTGRES_PORT) ? number(environment, POSTGRES_PORT, 5432, 65_535) : freePort());
        Map<Integer, String> taken = new LinkedHashMap<>();
        ports.forEach((variable, port) -> {
            String other = taken.put(port, variable);
            if (other != null) {
                throw new SuiteFailure(other + " and " + variable + " are both " + port + ": give one of them another");
            }
        });
        return new Settings(
                root,
                state,
                ports,
                number(environment, REQUIRED_MEMORY, DEFAULT_REQUIRED_MEMORY_MIB, Integer.MAX_VALUE));
    }

    private static int number(Map<String, String> environment, String variable, int otherwise, int most) {
        String value = environment.get(variable);
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value.strip());
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new SuiteFailure(variable + " is '" + value + "': it must be a number from 1 to " + most, e);
        }
        throw new SuiteFailure(variable + " is '" + value + "': it must be a number from 1 to " + most);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral(LOOPBACK))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port(QuarkusProcess process) {
        return port(process.portVariable());
    }

    int managementPort(QuarkusProcess process) {
        return port(process.managementPortVariable());
    }

    int keycloakPort() {
        return port(KEYCLOAK_PORT);
    }

    int postgresPort() {
        return port(POSTGRES_PORT);
    }

    private int port(String variable) {
        return ports.getOrDefault(variable, 0);
    }

    /** The door as a browser sees it; sign-in pages send the browser back to it, so it has one spelling. */
    URI door() {
        return URI.create("http://localhost:" + port(QuarkusProcess.GATEWAY));
    }

    /** The address of a process for the other processes. */
    URI address(QuarkusProcess process) {
        return URI.create("http://" + LOOPBACK + ":" + port(process));
    }

    /** Answers 200 when the process can serve. */
    URI readiness(QuarkusProcess process) {
        return URI.create("http://" + LOOPBACK + ":" + managementPort(process) + "/q/health/ready");
    }

    /** Keycloak's fixed address, which becomes the issuer of every token. */
    URI keycloak() {
        return URI.create("http://localhost:" + keycloakPort());
    }

    /** The issuer of the tokens. */
    URI realm() {
        return URI.create(keycloak() + "/realms/suite");
    }

    /** What moves the ports of another command to those of these settings. */
    Map<String, String> asEnvironment() {
        Map<String, String> environment = new LinkedHashMap<>();
        ports.forEach((variable, port) -> environment.put(variable, Integer.toString(port)));
        return environment;
    }
}
