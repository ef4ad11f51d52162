package ca.balise.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The script {@code ./suite} as a developer uses it: the real one, on free ports, with a state folder of its own that the
 * tests share, so that Keycloak is unpacked and put together once. It starts what the build has made and builds nothing.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SuiteLifecycleIT {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path TARGET = Path.of("target").toAbsolutePath().normalize();
    private static final Path STATE = TARGET.resolve("suite-lifecycle");
    private static final Map<String, Integer> PORTS = new LinkedHashMap<>();

    /** The first start unpacks Keycloak and puts it together on a machine that may be doing other things. */
    private static final int MINUTES_TO_START = 8;

    private static final int SECONDS_TO_END = 90;
    private static final int MILLISECONDS_BETWEEN_LOOKS = 100;

    private record Answer(int status, String out, String err) {
        List<String> complaint() {
            return err.lines().filter(line -> line.startsWith("suite: ")).toList();
        }
    }

    /** A running {@code ./suite}; the script hands over to the launcher, so its process is the launcher's. */
    private record Run(Process process, Path out, Path err) {
        String said() {
            try {
                return Files.readString(out, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        Answer answer() throws IOException {
            return new Answer(process.exitValue(), said(), Files.readString(err, StandardCharsets.UTF_8));
        }
    }

    @BeforeAll
    static void findPorts() throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        for (String part : new String[] {
            "GATEWAY",
            "GATEWAY_MANAGEMENT",
            "DEID",
            "DEID_MANAGEMENT",
            "GENAI_REGISTRY",
            "GENAI_REGISTRY_MANAGEMENT",
            "SOCIALMEDIA",
            "SOCIALMEDIA_MANAGEMENT",
            "KEYCLOAK",
            "POSTGRES"
        }) {
            // Held until all are found, so that none is found twice.
            ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
            held.add(socket);
            PORTS.put("BALISE_" + part + "_PORT", socket.getLocalPort());
        }
        for (ServerSocket socket : held) {
            socket.close();
        }
        Files.createDirectories(STATE);
    }

    @AfterEach
    void leaveNothing() throws Exception {
        suite("down");
        assertNothingIsLeft();
    }

    private static Run start(String... arguments) throws IOException {
        Path out = Files.createTempFile(TARGET, "suite", ".out");
        Path err = Files.createTempFile(TARGET, "suite", ".err");
        List<String> command = Stream.concat(Stream.of(ROOT.resolve("suite").toString()), Stream.of(arguments))
                .toList();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("BALISE_STATE", STATE.toString());
        PORTS.forEach((variable, port) -> builder.environment().put(variable, port.toString()));
        return new Run(builder.start(), out, err);
    }

    private static Answer suite(String... arguments) throws IOException, InterruptedException {
        Run run = start(arguments);
        if (!run.process().waitFor(MINUTES_TO_START, TimeUnit.MINUTES)) {
            fail("./suite %s does not end; it said:%n%s", String.join(" ", arguments), run.said());
        }
        return run.answer();
    }

    private static void await(Run run, BooleanSupplier until) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES_TO_START);
        while (!until.getAsBoolean()) {
            if (run.process().waitFor(MILLISECONDS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                fail("./suite ended or hangs: %s", run.process().isAlive() ? run.said() : run.answer());
            }
        }
    }

    private static Answer awaitEnd(Run run) throws Exception {
        assertThat(run.process().waitFor(SECONDS_TO_END, TimeUnit.SECONDS))
                .as("./suite ends")
                .isTrue();
        return run.answer();
    }

    /** Everything that runs for this state folder, by what only that has: the mark, or a program unpacked in it. */
    private static Map<ProcessHandle, String> children() {
        String mark = "-Dbalise.suite.child=" + STATE + ":";
        Map<ProcessHandle, String> children = new LinkedHashMap<>();
        ProcessHandle.allProcesses().forEach(process -> {
            ProcessHandle.Info info = process.info();
            if (info.command().orElse("").startsWith(STATE + "/programs/")) {
                children.put(process, "postgresql");
            }
            Arrays.stream(info.arguments().orElse(new String[0]))
                    .filter(argument -> argument.startsWith(mark))
                    .forEach(argument -> children.put(process, argument.substring(mark.length())));
        });
        return children;
    }

    /** The process of a child that its launcher started; of PostgreSQL's and Keycloak's several, the first. */
    private static ProcessHandle child(String name) {
        Map<ProcessHandle, String> children = children();
        return children.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(Map.Entry::getKey)
                .filter(process -> process.parent().map(children::get).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void assertNothingIsLeft() {
        assertThat(children()).as("processes").isEmpty();
        assertThat(PORTS)
                .as("listeners")
                .allSatisfy((variable, port) ->
                        assertThat(listens(port)).as(variable).isFalse());
    }

    /** The local addresses, as the kernel writes them, of every listening socket of these processes. */
    private static List<String> listeners(Iterable<ProcessHandle> processes) throws IOException {
        List<String> sockets = new ArrayList<>();
        for (ProcessHandle process : processes) {
            try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
                for (Path descriptor : open.toList()) {
                    if (Files.isSymbolicLink(descriptor)) {
                        sockets.add(Files.readSymbolicLink(descriptor).toString());
                    }
                }
            }
        }
        List<String> addresses = new ArrayList<>();
        for (String table : new String[] {"/proc/net/tcp", "/proc/net/tcp6"}) {
            Files.readAllLines(Path.of(table)).stream()
                    .map(line -> line.strip().split("\\s+"))
                    .filter(columns -> columns[3].equals("0A") && sockets.contains("socket:[" + columns[9] + "]"))
                    .map(columns -> columns[1])
                    .forEach(addresses::add);
        }
        return addresses;
    }

    private static String claims(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    }

    /** First: the others kill children that start, and must not meet the making of the data folder. */
    @Test
    @Order(1)
    void startsShowsServesAndEndsEverything() throws Exception {
        Answer up = suite("up", "--detach", "--no-build");

        assertThat(up.status()).as(up.toString()).isZero();
        assertThat(up.out())
                .contains("http://localhost:" + PORTS.get("BALISE_GATEWAY_PORT"))
                .contains("./suite token alice")
                .containsPattern("smallest cell +\\d+")
                .containsPattern("unique records +[\\d,]+ of 4,000")
                .containsPattern("verdict +[A-Z_]+")
                .containsPattern("(?s) 1\\. .* 2\\. .* 3\\. ");
        assertThat(children().values())
                .contains("postgresql", "keycloak", "deid", "genai-registry", "socialmedia", "gateway");

        Answer status = suite("status");
        assertThat(status.status()).as(status.out()).isZero();
        assertThat(status.out().lines()).hasSize(6).allMatch(line -> line.endsWith(" ready"));

        Answer token = suite("token", "alice");
        assertThat(token.out()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\n");
        assertThat(token.err()).isEmpty();
        assertThat(claims(token.out().strip()))
                .contains("\"institution\":\"HC\"", "\"deid-analyst\"", "\"social-communications\"")
                .contains("\"iss\":\"http://localhost:" + PORTS.get("BALISE_KEYCLOAK_PORT") + "/realms/suite\"");

        Answer nobody = suite("token", "nobody");
        assertThat(nobody.status()).isEqualTo(1);
        assertThat(nobody.out()).isEmpty();
        assertThat(nobody.complaint()).singleElement().asString().contains("no demonstration user 'nobody'");

        Answer second = suite("up", "--no-build");
        assertThat(second.status()).isEqualTo(1);
        assertThat(second.complaint()).singleElement().asString().contains("the suite is up already");

        Answer demo = suite("demo");
        assertThat(demo.status()).as(demo.err()).isZero();
        assertThat(demo.out()).containsPattern("verdict +[A-Z_]+");

        if (OS.LINUX.isCurrentOs()) {
            assertThat(listeners(children().keySet()))
                    .hasSizeGreaterThanOrEqualTo(PORTS.size())
                    .allMatch(address ->
                            address.startsWith("0100007F:") || address.startsWith("0000000000000000FFFF00000100007F:"));
        }

        Answer down = suite("down");
        assertThat(down.status()).isZero();
        assertThat(down.out()).isEqualTo("The suite is down.\n");
        assertNothingIsLeft();
        assertThat(suite("status").status()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "keycloak", "deid", "genai-registry", "socialmedia", "gateway"})
    void saysWhichChildWasKilledDuringUpAndStopsTheRest(String name) throws Exception {
        Run up = start("up", "--no-build");
        await(up, () -> children().containsValue(name));

        child(name).destroyForcibly();

        Answer answer = awaitEnd(up);
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.complaint())
                .singleElement()
                .asString()
                .startsWith("suite: " + name + " was ended by signal 9")
                .endsWith("its log: " + STATE.resolve("logs/" + name + ".log"));
        assertNothingIsLeft();
    }

    @Test
    void saysWhichChildDiedLaterAndStopsTheRest() throws Exception {
        Run up = start("up", "--no-build");
        await(up, () -> up.said().contains("Ctrl-C or ./suite down stops everything"));

        child("genai-registry").destroyForcibly();

        Answer answer = awaitEnd(up);
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.complaint())
                .singleElement()
                .asString()
                .startsWith("suite: genai-registry was ended by signal 9");
        assertNothingIsLeft();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void stopsEverythingWhenItIsAskedToEndWhileItStarts() throws Exception {
        Run up = start("up", "--no-build");
        await(up, () -> children().containsValue("keycloak"));

        up.process().destroy();

        assertThat(awaitEnd(up).status()).isEqualTo(143);
        assertNothingIsLeft();
    }

    private static void killTheLauncherWhileItStarts() throws Exception {
        Run up = start("up", "--no-build");
        await(up, () -> children().values().containsAll(List.of("keycloak", "postgresql")));
        up.process().destroyForcibly().waitFor();
        assertThat(children()).as("orphans").isNotEmpty();
    }

    @Test
    void endsWithDownWhatAKilledLauncherLeft() throws Exception {
        killTheLauncherWhileItStarts();

        Answer down = suite("down");

        assertThat(down.status()).isZero();
        assertThat(down.out()).startsWith("Ended what an earlier run left: ").contains("postgresql", "keycloak");
        assertNothingIsLeft();
    }

    @Test
    void endsWithUpWhatAKilledLauncherLeftAndNamesATakenPort() throws Exception {
        killTheLauncherWhileItStarts();
        int port = PORTS.get("BALISE_SOCIALMEDIA_PORT");

        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Answer up = suite("up", "--no-build");

            assertThat(up.status()).isEqualTo(1);
            assertThat(up.out()).startsWith("Ended what an earlier run left: ");
            assertThat(up.complaint())
                    .containsExactly("suite: port " + port + " is taken, and socialmedia needs it: end the program that"
                            + " listens there, or give another with BALISE_SOCIALMEDIA_PORT");
        }
        assertNothingIsLeft();
    }
}
