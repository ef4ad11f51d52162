package ca.balise.local;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a service or the door is started: its JVM, and everything it is told through its environment. */
final class ServiceCommand {
    private static final int STAGE_OF_SERVICES = 2;
    private static final int STAGE_OF_DOOR = 3;

    /** A memory file system on every Linux. Where there is none, deid says so and takes no Parquet. */
    private static final String MEMORY_FOLDER = "/dev/shm";

    private final Settings settings;
    private final StateFolder state;
    private final PostgresServer postgres;
    private final Secrets secrets;

    ServiceCommand(Settings settings, StateFolder state, PostgresServer postgres, Secrets secrets) {
        this.settings = settings;
        this.state = state;
        this.postgres = postgres;
        this.secrets = secrets;
    }

    /** The program that the build made. */
    static Path jar(Path root, QuarkusProcess process) {
        return root.resolve(process.module()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    ChildCommand of(QuarkusProcess process) {
        return new ChildCommand(
                process.label(),
                process == QuarkusProcess.GATEWAY ? STAGE_OF_DOOR : STAGE_OF_SERVICES,
                List.of(
                        Programs.java().toString(),
                        Orphans.marker(state, process.label()),
                        "-Xmx" + process.heapMiB() + "m",
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:+ExitOnOutOfMemoryError",
                        // A core dump would write the data being scored to the disk.
                        "-XX:-CreateCoredumpOnCrash",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + state.temporary(),
                        "-jar",
                        jar(settings.root(), process).toString()),
                environment(process),
                ChildCommand.StopSignal.TERM);
    }

    private Map<String, String> environment(QuarkusProcess process) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("QUARKUS_HTTP_HOST", Settings.LOOPBACK);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(settings.port(process)));
        environment.put("QUARKUS_MANAGEMENT_HOST", Settings.LOOPBACK);
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(settings.managementPort(process)));
        // "./suite logs" is read by people; a collector, which reads JSON, is a cluster's.
        environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", settings.realm().toString());
        if (process == QuarkusProcess.DEID) {
            environment.put("BALISE_DEID_PARQUET_FOLDER", MEMORY_FOLDER);
        }
        process.database()
                .ifPresentOrElse(
                        database -> environment.putAll(database(database)), () -> environment.putAll(routes()));
        return environment;
    }

    private Map<String, String> database(String database) {
        String address = "postgresql://" + Settings.LOOPBACK + ":" + settings.postgresPort() + "/" + database;
        String application = PostgresServer.application(database);
        String owner = PostgresServer.owner(database);
        return Map.of(
                "QUARKUS_DATASOURCE_REACTIVE_URL",
                address,
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:" + address,
                "QUARKUS_DATASOURCE_USERNAME",
                application,
                "QUARKUS_DATASOURCE_PASSWORD",
                postgres.password(application),
                "QUARKUS_FLYWAY_USERNAME",
                owner,
                "QUARKUS_FLYWAY_PASSWORD",
                postgres.password(owner),
                // Each service has a key of its own, the same at each start: what it sealed is to be opened again.
                "BALISE_KEYS_CURRENT",
                "local",
                "BALISE_KEYS_KEY_LOCAL",
                secrets.key("keys." + database));
    }

    private Map<String, String> routes() {
        Map<String, String> routes = new LinkedHashMap<>();
        for (QuarkusProcess process : QuarkusProcess.values()) {
            if (process != QuarkusProcess.GATEWAY) {
                routes.put(process.routeVariable(), settings.address(process).toString());
                routes.put(
                        process.routeVariable().replace("_ADDRESS", "_READINESS"),
                        settings.readiness(process).toString());
            }
        }
        return routes;
    }
}
