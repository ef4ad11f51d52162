package ca.balise.local;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.tukaani.xz.XZInputStream;

/**
 * One durable PostgreSQL server for the three services: one database each, which only its own two roles may open.
 *
 * <p>{@code DB_owner} owns the database and runs the migrations. {@code DB_app} is the role that serves requests: no
 * superuser, no bypass of row-level security, no right to create anything; what it may do with which table is for the
 * migrations to say. No database is open to everyone, passwords are SCRAM, and the server listens on the loopback
 * interface and on no socket file.
 */
final class PostgresServer {
    static final String NAME = "postgresql";
    private static final String ADMINISTRATOR = "suite_administrator";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final StateFolder state;
    private final int port;
    private final Secrets secrets;
    private final Path program;

    PostgresServer(StateFolder state, int port, Secrets secrets) {
        this.state = state;
        this.port = port;
        this.secrets = secrets;
        this.program = state.programs().resolve("postgresql-" + Programs.version("postgresql"));
    }

    /** The role that owns a database. */
    static String owner(String database) {
        return database + "_owner";
    }

    /** The role that serves requests on a database. */
    static String application(String database) {
        return database + "_app";
    }

    /** The password of a role. */
    String password(String role) {
        return secrets.get("postgresql." + role);
    }

    /** Unpacks, makes the data folder at the first run, starts, and brings roles and databases to what they must be. */
    void start(Children children) throws InterruptedException {
        Archive.unpackOnce(PostgresServer::binaries, 0, program);
        initialise();
        // The lock and the search for orphans say that no server of ours lives: a number in here is another program's.
        StateFolder.remove(state.postgresData().resolve("postmaster.pid"));
        Child child = children.start(command());
        Readiness.await(child, this::accepts, LIMIT);
        provision();
    }

    private static InputStream binaries() throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        String archive = "/postgres-" + system + "-" + machine + ".txz";
        InputStream resource = PostgresServer.class.getResourceAsStream(archive);
        if (resource == null) {
            throw new SuiteFailure("there is no PostgreSQL for this machine (" + system + ", " + machine
                    + "): Linux and macOS on x86-64 and ARM64 are served");
        }
        return new XZInputStream(resource);
    }

    private void initialise() throws InterruptedException {
        Path data = state.postgresData();
        if (Files.exists(data.resolve("PG_VERSION"))) {
            if (!Secrets.kept(state.secrets())) {
                throw new SuiteFailure(state.secrets()
                        + " is missing, so the data beside it cannot be opened: put it back, or run ./suite reset");
            }
            return;
        }
        Path fresh = data.resolveSibling(data.getFileName() + ".new");
        StateFolder.remove(fresh);
        Path log = state.freshLog("initdb");
        try {
            Path passwordFile = Files.createTempFile(
                    state.temporary(),
                    "initdb",
                    null,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(passwordFile, password(ADMINISTRATOR) + "\n");
            List<String> command = new ArrayList<>(unprivileged());
            command.addAll(List.of(
                    program.resolve("bin/initdb").toString(),
                    "--pgdata=" + fresh,
                    "--username=" + ADMINISTRATOR,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--no-locale",
                    "--no-instructions"));
            int status = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            Files.delete(passwordFile);
            if (status != 0) {
                throw new SuiteFailure("PostgreSQL cannot make its data folder (status " + status + "); its log: " + log
                        + (unprivileged().isEmpty()
                                ? ""
                                : " (as root it needs user namespaces: try an ordinary user)"));
            }
            // Whoever has an account on this machine still needs a password, and nobody else gets as far.
            Files.writeString(fresh.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
            Files.move(fresh, data);
        } catch (IOException e) {
            throw new SuiteFailure("PostgreSQL cannot make its data folder: " + e.getMessage(), e);
        }
    }

    /** PostgreSQL refuses to run as root: in a user namespace of its own it is nobody, and its files stay root's. */
    private static List<String> unprivileged() {
        return new UnixSystem().getUid() == 0 ? List.of("unshare", "--user") : List.of();
    }

    private ChildCommand command() {
        List<String> command = new ArrayList<>(unprivileged());
        command.addAll(List.of(
                program.resolve("bin/postgres").toString(),
                "-D",
                state.postgresData().toString()));
        Map.of(
                        "port", Integer.toString(port),
                        "listen_addresses", Settings.LOOPBACK,
                        "unix_socket_directories", "",
                        "fsync", "on",
                        "synchronous_commit", "on",
                        "full_page_writes", "on",
                        "max_connections", "200",
                        "password_encryption", "scram-sha-256",
                        // A failed statement's text may hold a value: the server's log must not.
                        "log_min_error_statement", "panic")
                .forEach((setting, value) -> command.addAll(List.of("-c", setting + "=" + value)));
        command.addAll(List.of("-c", "log_error_verbosity=terse", "-c", "log_parameter_max_length_on_error=0"));
        return new ChildCommand(NAME, 1, command, Map.of(), ChildCommand.StopSignal.INT);
    }

    private boolean accepts() {
        try (Connection connection = administer("postgres")) {
            return connection.isValid(2);
        } catch (SQLException e) {
            if ("28P01".equals(e.getSQLState())) {
                throw new SuiteFailure("PostgreSQL does not know the password in " + state.secrets()
                        + ": put the right file back, or run ./suite reset");
            }
            return false;
        }
    }

    private Connection administer(String database) throws SQLException {
        return connect(database, ADMINISTRATOR);
    }

    /** Opens a database as one of the server's roles. */
    Connection connect(String database, String role) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", role);
        properties.setProperty("password", password(role));
        properties.setProperty("loginTimeout", "5");
        return DriverManager.getConnection(
                "jdbc:postgresql://" + Settings.LOOPBACK + ":" + port + "/" + database, properties);
    }

    private void provision() {
        try {
            for (QuarkusProcess process : QuarkusProcess.values()) {
                if (process.database().isPresent()) {
                    provision(process.database().get());
                }
            }
            try (Connection connection = administer("postgres");
                    Statement statement = connection.createStatement()) {
                statement.execute("REVOKE ALL ON DATABASE postgres FROM PUBLIC");
                statement.execute("REVOKE ALL ON DATABASE template1 FROM PUBLIC");
            }
        } catch (SQLException e) {
            throw new SuiteFailure("PostgreSQL's roles and databases cannot be set up: " + e.getMessage(), e);
        }
    }

    private void provision(String database) throws SQLException {
        String owner = owner(database);
        String application = application(database);
        try (Connection connection = administer("postgres");
                Statement statement = connection.createStatement()) {
            for (String role : List.of(owner, application)) {
                if (isMissing(statement, "SELECT FROM pg_roles WHERE rolname = '" + role + "'")) {
                    statement.execute("CREATE ROLE " + role);
                }
                statement.execute("ALTER ROLE " + role
                        + " LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD '"
                        + password(role) + "'");
            }
            if (isMissing(statement, "SELECT FROM pg_database WHERE datname = '" + database + "'")) {
                statement.execute("CREATE DATABASE " + database + " OWNER " + owner);
            }
            statement.execute("REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
            statement.execute("GRANT CONNECT ON DATABASE " + database + " TO " + application);
        }
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }
}
