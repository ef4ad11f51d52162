package ca.balise.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TestPostgresTest {

    @BeforeEach
    void createTheDatabase() {
        TestPostgres.createDatabase("probe");
    }

    @Test
    void isPostgres18() throws SQLException {
        assertThat(first(TestPostgres.asApp("probe"), "show server_version")).startsWith("18.");
    }

    @Test
    void listensOnLoopbackOnly() throws SQLException {
        assertThat(first(TestPostgres.asSuperuser("probe"), "show listen_addresses"))
                .isEqualTo("127.0.0.1");
    }

    @Test
    void makesTimeOrderedIds() throws SQLException {
        assertThat(first(TestPostgres.asApp("probe"), "select uuid_extract_version(uuidv7())"))
                .isEqualTo("7");
    }

    @Test
    void theOwnerMayCreateTablesAndTheApplicationMayNot() throws SQLException {
        execute(TestPostgres.asOwner("probe"), "create table one (x int)");
        assertThatThrownBy(() -> execute(TestPostgres.asApp("probe"), "create table two (x int)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void createsAgainEmptyWhatWasThere() throws SQLException {
        execute(TestPostgres.asOwner("probe"), "create table one (x int)");
        TestPostgres.createDatabase("probe");
        assertThat(first(TestPostgres.asOwner("probe"), "select to_regclass('one')"))
                .isNull();
    }

    @Test
    void refusesANameThatWouldNeedQuoting() {
        assertThatThrownBy(() -> TestPostgres.createDatabase("probe\"; drop"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String first(Connection connection, String sql) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
