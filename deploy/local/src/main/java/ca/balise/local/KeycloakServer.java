package ca.balise.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * A real Keycloak with the realm {@code suite}, made anew at each start from the realm file, so that a change of the file
 * is never hidden by an older import. Its people keep their identifiers from run to run; its keys do not.
 */
final class KeycloakServer {
    static final String NAME = "keycloak";

    /** The first start puts Keycloak's own program together, which took 34 to 58 s on two cores. */
    private static final Duration LIMIT = Duration.ofMinutes(6);

    /**
     * Instead of the script's own: the serial collector and the first compiler alone halve the processor time (26 to
     * 13 s) and the wait of a start, on a machine whose cores start three services too.
     */
    private static final String JVM = "-Xms64m -Xmx384m -XX:MaxMetaspaceSize=256m -XX:+UseSerialGC"
            + " -XX:TieredStopAtLevel=1 -XX:+UseCompactObjectHeaders -XX:+ExitOnOutOfMemoryError"
            + " -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8";

    private final Settings settings;
    private final StateFolder state;
    private final Secrets secrets;
    private final String version = Programs.version("keycloak");
    private final Path program;

    KeycloakServer(Settings settings, StateFolder state, Secrets secrets) {
        this.settings = settings;
        this.state = state;
        this.secrets = secrets;
        this.program = state.programs().resolve("keycloak-" + version);
    }

    /** The archive that the build fetched. */
    static Path archive(Path root) {
        return root.resolve(
                "deploy/local/target/keycloak/keycloak-quarkus-dist-" + Programs.version("keycloak") + ".tar.gz");
    }

    /**
     * Unpacks at the first run, starts, and waits until the realm answers.
     *
     * @param systemSecret the secret of the client {@code suite-system}, which lives in Keycloak's environment and
     *     memory; of a detached start it also stands in the log of the state folder, which is its owner's alone
     */
    void start(Children children, String systemSecret) throws InterruptedException {
        Archive.unpackOnce(
                () -> new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive(settings.root())))),
                1,
                program);
        Path realms = program.resolve("data/import");
        StateFolder.remove(realms);
        try {
            Files.createDirectories(realms);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        RealmFile.write(settings.root(), realms.resolve("suite-realm.json"));
        Child child = children.start(command(systemSecret));
        Readiness.await(
                child,
                () -> Readiness.answers(settings.realm().resolve("suite/.well-known/openid-configuration")),
                LIMIT);
    }

    private ChildCommand command(String systemSecret) {
        return new ChildCommand(
                NAME,
                1,
                // The script passes -D arguments on to its JVM, so both carry the mark.
                List.of(
                        program.resolve("bin/kc.sh").toString(),
                        Orphans.marker(state, NAME),
                        "-Djava.io.tmpdir=" + state.temporary(),
                        "start-dev",
                        "--import-realm",
                        "--db=dev-mem",
                        "--cache=local",
                        "--http-host=" + Settings.LOOPBACK,
                        "--http-port=" + settings.keycloakPort(),
                        "--hostname=" + settings.keycloak()),
                Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JAVA_OPTS",
                        JVM,
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        "admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        secrets.get("keycloak.admin"),
                        "SUITE_DOOR_URL",
                        settings.door().toString(),
                        "SUITE_SYSTEM_SECRET",
                        systemSecret,
                        "SUITE_SYSTEM_INSTITUTION",
                        "HC"),
                ChildCommand.StopSignal.TERM);
    }
}
