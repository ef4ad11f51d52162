package ca.balise.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A real server, as {@code ./suite up} starts it. */
class PostgresServerTest {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String WRONG_PASSWORD = "28P01";

    @TempDir
    private static Path folder;

    private static StateFolder state;
    private static int port;
    private static PostgresServer server;
    private static Children children;

    @BeforeAll
    static void start() throws InterruptedException {
        state = StateFolder.open(folder);
        port = Settings.read(Map.of(), folder, folder).postgresPort();
        startAgain();
    }

    private static void startAgain() throws InterruptedException {
        children = new Children(state);
        server = new PostgresServer(state, port, Secrets.open(state.secrets()));
        server.start(children);
    }

    @AfterAll
    static void stop() {
        children.stop();
        assertThat(Orphans.find(state)).isEmpty();
    }

    private static String one(String database, String role, String query) throws SQLException {
        try (Connection connection = server.connect(database, role);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(String database, String role, String... statements) throws SQLException {
        try (Connection connection = server.connect(database, role);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"fsync, on", "synchronous_commit, on", "full_page_writes, on", "password_encryption, scram-sha-256"})
    void isDurableAndKeepsNoWeakPassword(String setting, String value) throws SQLException {
        assertThat(one("deid", "deid_app", "show " + setting)).isEqualTo(value);
    }

    @Test
    void isPostgresql18() throws SQLException {
        assertThat(one("deid", "deid_app", "show server_version")).startsWith("18.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deid", "genai_registry", "socialmedia"})
    void opensADatabaseToItsOwnTwoRoles(String database) throws SQLException {
        for (String role : List.of(database + "_owner", database + "_app")) {
            assertThat(one(database, role, "select current_user")).isEqualTo(role);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "genai_registry, deid_app",
        "genai_registry, deid_owner",
        "socialmedia, deid_app",
        "deid, genai_registry_app",
        "deid, genai_registry_owner",
        "deid, socialmedia_app",
        "postgres, deid_app",
        "postgres, deid_owner",
        "template1, socialmedia_owner"
    })
    void letsNoRoleIntoAnotherDatabase(String database, String role) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> one(database, role, "select 1"))
                .extracting(SQLException::getSQLState)
                .isEqualTo(INSUFFICIENT_PRIVILEGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deid", "genai_registry", "socialmedia"})
    void givesNoRoleMoreThanItNeeds(String database) throws SQLException {
        for (String role : List.of(database + "_owner", database + "_app")) {
            assertThat(one(
                            database,
                            role,
                            "select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication"
                                    + " from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"create table mine (id int)", "create schema mine", "create temporary table mine (id int)"})
    void letsTheServingRoleCreateNothing(String statement) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> execute("deid", "deid_app", statement))
                .extracting(SQLException::getSQLState)
                .isEqualTo(INSUFFICIENT_PRIVILEGE);
    }

    @Test
    void refusesAWrongPassword() {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/deid", "deid_app", "deid_app"))
                .extracting(SQLException::getSQLState)
                .isEqualTo(WRONG_PASSWORD);
    }

    @Test
    void listensOnTheLoopbackInterfaceAlone() throws Exception {
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();

        assertThat(one("deid", "deid_app", "show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(others)
                .allSatisfy(address -> assertThatExceptionOfType(IOException.class)
                        .isThrownBy(() -> {
                            try (Socket socket = new Socket()) {
                                socket.connect(new InetSocketAddress(address, port), 500);
                            }
                        }));
    }

    @Test
    void keepsItsDataOverARestart() throws Exception {
        execute(
                "socialmedia",
                "socialmedia_owner",
                "create table kept (word text)",
                "insert into kept values ('still here')");
        children.stop();

        startAgain();

        assertThat(one("socialmedia", "socialmedia_owner", "select word from kept"))
                .isEqualTo("still here");
    }

    @Test
    void isFoundAndEndedWhenItsLauncherIsGone() throws Exception {
        assertThat(Orphans.find(state).values()).containsOnly("postgresql");

        List<String> ended = Orphans.clear(state);

        assertThat(ended).containsExactly("postgresql");
        assertThat(Orphans.find(state)).isEmpty();
        startAgain();
    }

    @Test
    void startsBesideANumberThatAKilledServerLeft() throws Exception {
        children.stop();
        // The number of a process that lives: PostgreSQL by itself would refuse to start.
        Files.writeString(
                state.postgresData().resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + state.postgresData() + "\n");

        startAgain();

        assertThat(one("deid", "deid_app", "select 1")).isEqualTo("1");
    }

    @Test
    void saysWhatToDoWhenThePasswordsAreLost() throws Exception {
        StateFolder other = StateFolder.open(folder.resolve("other"));
        Files.createDirectories(other.postgresData());
        Files.writeString(other.postgresData().resolve("PG_VERSION"), "18");
        PostgresServer lost = new PostgresServer(other, port, Secrets.open(other.secrets()));

        assertThatExceptionOfType(SuiteFailure.class)
                .isThrownBy(() -> lost.start(new Children(other)))
                .withMessageContaining("secrets.properties is missing")
                .withMessageContaining("./suite reset");
    }
}
