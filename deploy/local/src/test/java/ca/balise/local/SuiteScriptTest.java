package ca.balise.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script itself, in a checkout of its own, with a JDK and a Maven that only say what they were asked. */
class SuiteScriptTest {
    private static final Path SCRIPT = Path.of("../../suite").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private Path checkout;
    private Path commands;

    private record Answer(int status, String out, String err) {}

    @BeforeEach
    void layOut() throws IOException {
        checkout = Files.createDirectories(folder.resolve("check out")).toRealPath();
        commands = Files.createDirectories(folder.resolve("commands"));
        Files.copy(SCRIPT, checkout.resolve("suite"), StandardCopyOption.COPY_ATTRIBUTES);
        for (String command : new String[] {
            "sh",
            "sed",
            "sort",
            "head",
            "tail",
            "grep",
            "find",
            "dirname",
            "readlink",
            "mkdir",
            "cp",
            "mv",
            "rm",
            "cat",
            "env"
        }) {
            Path real = Stream.of("/usr/bin", "/bin")
                    .map(place -> Path.of(place, command))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow();
            program(commands.resolve(command), "exec " + real + " \"$@\"");
        }
    }

    private static void program(Path file, String body) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path jdk(String name, String version) throws IOException {
        Path jdk = folder.resolve("jdks").resolve(name);
        program(jdk.resolve("bin/javac"), "echo javac " + version);
        program(jdk.resolve("bin/java"), "echo \"java of " + name + ": $*\"");
        return jdk;
    }

    private void maven(String version, String body) throws IOException {
        program(
                commands.resolve("mvn"),
                "if [ \"$1\" = -v ]; then echo 'Apache Maven " + version + " (hash)'; exit 0; fi\n" + body);
    }

    private void node(String version) throws IOException {
        program(commands.resolve("node"), "echo v" + version);
        program(commands.resolve("npm"), "exit 0");
    }

    private void builtAt(Instant time) throws IOException {
        for (String module :
                new String[] {"deid-service", "genai-registry-service", "socialmedia-compliance-service", "gateway/edge"
                }) {
            Path jar = checkout.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
            Files.createDirectories(jar.getParent());
            Files.createFile(jar);
        }
        Files.createDirectories(checkout.resolve("deploy/local/target/lib"));
        Files.createDirectories(checkout.resolve("deploy/local/target/classes"));
        Path stamp = checkout.resolve("target/suite-build.stamp");
        Files.createDirectories(stamp.getParent());
        Files.createFile(stamp);
        Files.setLastModifiedTime(stamp, FileTime.from(time));
    }

    private Answer suite(String... arguments) throws IOException, InterruptedException {
        return suite(Map.of("BALISE_JDK_FOLDERS", folder.resolve("jdks").toString()), arguments);
    }

    private Answer suite(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(
                                Stream.of(
                                        commands.resolve("sh").toString(),
                                        checkout.resolve("suite").toString()),
                                Stream.of(arguments))
                        .toList())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", commands.toString());
        builder.environment().putAll(environment);
        int status = builder.start().waitFor();
        return new Answer(
                status, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    @Test
    void saysExactlyWhatToInstallWithoutAJdk() throws Exception {
        jdk("jdk-21", "21.0.4");

        Answer answer = suite("up");

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.err().lines())
                .singleElement()
                .asString()
                .startsWith("suite: no JDK 25 or newer in JAVA_HOME, on the PATH or in the usual folders: install one");
    }

    @Test
    void prefersTheJdkOfJavaHomeWhenItIsRecentEnough() throws Exception {
        builtAt(Instant.now());
        jdk("jdk-25", "25.0.1");
        Path newer = jdk("jdk-26", "26-ea");

        Answer answer = suite(
                Map.of(
                        "JAVA_HOME",
                        newer.toString(),
                        "BALISE_JDK_FOLDERS",
                        folder.resolve("jdks").toString()),
                "status");

        assertThat(answer.out()).startsWith("java of jdk-26: ");
    }

    @Test
    void passesOverAnOldJavaHomeForARecentJdkInTheUsualFolders() throws Exception {
        builtAt(Instant.now());
        Path old = jdk("jdk-17", "17.0.15");
        jdk("jdk-25", "25.0.1");

        Answer answer = suite(
                Map.of(
                        "JAVA_HOME",
                        old.toString(),
                        "BALISE_JDK_FOLDERS",
                        folder.resolve("jdks").toString()),
                "status");

        assertThat(answer.out()).startsWith("java of jdk-25: ");
    }

    @Test
    void saysExactlyWhatToInstallWithoutMaven() throws Exception {
        jdk("jdk-25", "25.0.1");

        Answer answer = suite("up");

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.err()).startsWith("suite: no mvn on the PATH: install Maven 3.8.7 or newer");
    }

    @Test
    void refusesAnOldMaven() throws Exception {
        jdk("jdk-25", "25.0.1");
        maven("3.6.3", "echo never");

        Answer answer = suite("up");

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.err()).isEqualTo("suite: Maven 3.6.3 is on the PATH: install Maven 3.8.7 or newer\n");
    }

    @Test
    void showsOneLineAModuleAndKeepsTheRestInALog() throws Exception {
        jdk("jdk-25", "25.0.1");
        maven("3.10.0", """
                echo '[INFO] Scanning for projects...'
                echo '[INFO] Building Balise 0.1.0                                  [1/14]'
                echo '[INFO] Building Balise - the reasoning kernel 0.1.0           [2/14]'
                echo '[INFO] Building jar: /somewhere/kit-reasoning-0.1.0.jar'
                exit 0""");

        Answer answer = suite("up");

        assertThat(answer.out().lines().skip(1))
                .containsExactly("  [1/14] Balise", "  [2/14] Balise - the reasoning kernel");
        assertThat(checkout.resolve(".suite/logs/build.log"))
                .content()
                .contains("Scanning for projects", "Building jar");
    }

    @Test
    void showsTheErrorsOfAFailedBuildAndWhereTheRestIs() throws Exception {
        jdk("jdk-25", "25.0.1");
        maven("3.9.11", """
                echo '[INFO] a thousand lines'
                echo '[ERROR] Deid.java:[7,1] cannot find symbol'
                echo '[ERROR] -> [Help 1]'
                exit 1""");

        Answer answer = suite("up");

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.err().lines())
                .containsExactly(
                        "[ERROR] Deid.java:[7,1] cannot find symbol",
                        "suite: the build failed; its whole log: " + checkout + "/.suite/logs/build.log");
    }

    @Test
    void buildsNothingThatIsFresh() throws Exception {
        jdk("jdk-25", "25.0.1");
        maven("3.9.11", "echo built >'" + folder + "/built'");
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        builtAt(Instant.now().plusSeconds(60));

        Answer answer = suite("up", "--detach");

        assertThat(folder.resolve("built")).doesNotExist();
        assertThat(answer.out()).contains("ca.balise.local.Suite up --detach");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "deid-service/pom.xml", "gateway/kit/http/src/main/java/Problem.java"})
    void buildsWhenASourceIsNewerThanTheBuild(String source) throws Exception {
        jdk("jdk-25", "25.0.1");
        maven("3.9.11", "echo built >'" + folder + "/built'");
        builtAt(Instant.now().minusSeconds(60));
        Files.createDirectories(checkout.resolve(source).getParent());
        Files.writeString(checkout.resolve(source), "changed");

        suite("up");

        assertThat(folder.resolve("built")).exists();
        assertThat(checkout.resolve("target/suite-build.stamp.new")).doesNotExist();
    }

    @Test
    void startsNothingThatIsNotBuiltWhenToldNotToBuild() throws Exception {
        jdk("jdk-25", "25.0.1");

        Answer answer = suite("up", "--no-build");

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.err()).isEqualTo("suite: something is not built: run ./suite up without --no-build\n");
    }

    @Test
    void saysThatNothingWasStartedInAFreshClone() throws Exception {
        jdk("jdk-25", "25.0.1");

        Answer answer = suite("down");

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.err()).isEqualTo("suite: nothing was started here: run ./suite up\n");
    }

    @Test
    void findsItsFolderThroughALink() throws Exception {
        jdk("jdk-25", "25.0.1");
        builtAt(Instant.now());
        Path link = Files.createSymbolicLink(commands.resolve("balise"), checkout.resolve("suite"));
        Path out = folder.resolve("out");
        ProcessBuilder builder = new ProcessBuilder(link.toString(), "status").redirectOutput(out.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", commands.toString(), "BALISE_JDK_FOLDERS", folder + "/jdks"));

        builder.start().waitFor();

        assertThat(out).content().contains("-Dbalise.root=" + checkout + " ");
    }

    @Test
    void handsTestsToMavenWithWhatFollows() throws Exception {
        jdk("jdk-25", "25.0.1");
        maven("3.9.11", "echo \"mvn $*\"; exit 0");
        node("18.18.0");

        Answer answer = suite("test", "-pl", "deid-service");

        assertThat(answer.out()).isEqualTo("mvn -B -ntp verify -pl deid-service\n");
    }

    @Test
    void failsWhenATestFails() throws Exception {
        jdk("jdk-25", "25.0.1");
        maven("3.9.11", "exit 1");
        node("20.19.0");

        Answer answer = suite("test");

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.err()).isEmpty();
    }

    @Test
    void saysExactlyWhatTheTestsNeedWithoutNode() throws Exception {
        jdk("jdk-25", "25.0.1");
        maven("3.9.11", "exit 0");

        Answer answer = suite("test");

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.err())
                .startsWith("suite: no node on the PATH, which the tests need: install Node 18.18 or newer with npm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"18.17.1", "16.20.2", "9.11.2"})
    void testsWithNoOldNode(String version) throws Exception {
        jdk("jdk-25", "25.0.1");
        maven("3.9.11", "exit 0");
        node(version);

        Answer answer = suite("test");

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.err()).startsWith("suite: Node " + version + " is on the PATH: install Node 18.18 or newer");
    }

    @Test
    void wantsNpmBesideNode() throws Exception {
        jdk("jdk-25", "25.0.1");
        maven("3.9.11", "exit 0");
        node("20.19.0");
        Files.delete(commands.resolve("npm"));

        assertThat(suite("test").err()).startsWith("suite: node is on the PATH, but not npm");
    }

    @Test
    void startsWithoutNodeAndBuildsOnlyWhatItRuns() throws Exception {
        jdk("jdk-25", "25.0.1");
        maven("3.9.11", "echo \"[INFO] $*\"; exit 0");

        suite("up");

        assertThat(checkout.resolve(".suite/logs/build.log"))
                .content()
                .contains(
                        "-pl deid-service,genai-registry-service,socialmedia-compliance-service,gateway/edge,deploy/local -am");
    }

    @Test
    void releasesTheContractsOnlyWhenAsked() throws Exception {
        jdk("jdk-25", "25.0.1");
        maven("3.9.11", "exit 0");
        Files.createDirectories(checkout.resolve("deploy/contracts"));
        for (String module :
                new String[] {"deid-service", "genai-registry-service", "socialmedia-compliance-service"}) {
            Path contract = checkout.resolve(module).resolve("contract/openapi.yaml");
            Files.createDirectories(contract.getParent());
            Files.writeString(contract, module);
        }

        assertThat(suite("contracts").status()).isZero();
        assertThat(checkout.resolve("deploy/contracts")).isEmptyDirectory();
        assertThat(suite("contracts", "--release").status()).isZero();
        assertThat(checkout.resolve("deploy/contracts/deid.yaml")).hasContent("deid-service");
        assertThat(checkout.resolve("deploy/contracts/genai-registry.yaml")).hasContent("genai-registry-service");
        assertThat(checkout.resolve("deploy/contracts/socialmedia.yaml")).hasContent("socialmedia-compliance-service");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "frobnicate",
                "down now",
                "token",
                "logs nothing",
                "up --sideways",
                "reset now",
                "contracts --quietly"
            })
    void tellsHowItIsCalledWhenItIsCalledWrongly(String arguments) throws Exception {
        Answer answer = suite(arguments.isEmpty() ? new String[0] : arguments.split(" "));

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("./suite up", "./suite help");
    }

    @Test
    void helpsWithoutAnyTool() throws Exception {
        Answer answer = suite("help");

        assertThat(answer.status()).isZero();
        assertThat(answer.out()).contains("./suite token USER", "BALISE_GATEWAY_PORT 8080");
    }

    @Test
    void showsALog() throws Exception {
        Files.createDirectories(checkout.resolve(".suite/logs"));
        Files.writeString(checkout.resolve(".suite/logs/deid.log"), "a line\n");

        assertThat(suite("logs", "deid").out()).isEqualTo("a line\n");
        assertThat(suite("logs", "gateway").err()).isEqualTo("suite: there is no log of gateway yet\n");
    }
}
