package ca.balise.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must be true before anything starts; each refusal is one line that says what to do. */
final class Preflight {
    private static final Path MEMORY = Path.of("/proc/meminfo");
    private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+(\\d+) kB");
    private static final int CONNECT_MILLISECONDS = 500;
    private static final long MIB = 1024L * 1024L;
    private static final long KIB = 1024L;

    private Preflight() {}

    /** @throws SuiteFailure when a build is missing, memory is short, or a port is taken */
    static void check(Settings settings) {
        checkBuilds(settings);
        checkMemory(settings.requiredMemoryMiB(), availableMemoryMiB());
        settings.ports().forEach(Preflight::checkPort);
    }

    private static void checkBuilds(Settings settings) {
        for (QuarkusProcess process : QuarkusProcess.values()) {
            checkBuild(ServiceCommand.jar(settings.root(), process), process.label());
        }
        checkBuild(KeycloakServer.archive(settings.root()), KeycloakServer.NAME);
    }

    private static void checkBuild(Path file, String name) {
        if (!Files.isRegularFile(file)) {
            throw new SuiteFailure(name + " is not built (" + file + " is missing): run ./suite up without --no-build");
        }
    }

    static void checkMemory(int requiredMiB, long availableMiB) {
        if (availableMiB < requiredMiB) {
            throw new SuiteFailure(
                    "too little memory: the suite needs about " + requiredMiB + " MiB and " + availableMiB
                            + " MiB are available; close something, or try anyway with BALISE_REQUIRED_MEMORY_MIB=1");
        }
    }

    /** What programs can still get: of the machine, and of the container where there is one. */
    private static long availableMemoryMiB() {
        long total = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                        .getTotalMemorySize()
                / MIB;
        if (!Files.isReadable(MEMORY)) {
            return total;
        }
        try {
            return Math.min(total, availableMiB(Files.readString(MEMORY)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads {@code MemAvailable} out of {@code /proc/meminfo}; a system that does not tell is taken to have enough. */
    static long availableMiB(String memory) {
        Matcher line = AVAILABLE.matcher(memory);
        return line.find() ? Long.parseLong(line.group(1)) / KIB : Long.MAX_VALUE;
    }

    static void checkPort(String variable, int port) {
        if (isTaken(port)) {
            throw new SuiteFailure("port " + port + " is taken, and " + owner(variable)
                    + " needs it: end the program that listens there, or give another with " + variable);
        }
    }

    private static boolean isTaken(int port) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.ofLiteral(Settings.LOOPBACK), port);
        try (Socket socket = new Socket()) {
            socket.connect(address, CONNECT_MILLISECONDS);
            return true;
        } catch (IOException e) {
            return !canListen(port);
        }
    }

    private static boolean canListen(int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.ofLiteral(Settings.LOOPBACK))) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String owner(String variable) {
        for (QuarkusProcess process : QuarkusProcess.values()) {
            if (variable.equals(process.portVariable())) {
                return process.label();
            }
            if (variable.equals(process.managementPortVariable())) {
                return process.label() + " (health and metrics)";
            }
        }
        return variable.equals(Settings.KEYCLOAK_PORT) ? KeycloakServer.NAME : PostgresServer.NAME;
    }
}
