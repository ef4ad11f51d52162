package ca.balise.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whoever is master of the database cannot change the record of what was done unseen: each column, each row. What a test does to the
 * record it undoes.
 */
@ExtendWith(RunningSuite.class)
class AuditChainIT {

    /** Changes to make something of, before and after the one that is tampered with. */
    private static final int CHANGES = 5;

    @BeforeAll
    static void makeChanges() {
        for (int i = 0; i < CHANGES; i++) {
            given().auth()
                    .oauth2(RunningSuite.token("diane"))
                    .contentType("application/json")
                    .body("""
                            {"institution": "MSSS", "name": {"fr": "Organisme vérifié"}, "categories": [{"kind": "HEALTH_BODY",
                             "from": "2020-01-01", "proof": {"document": "Loi", "issuer": "Assemblée nationale"}}]}""")
                    .post(RunningSuite.door() + "/genai-registry/v1/organizations")
                    .then()
                    .statusCode(201);
        }
    }

    @Test
    void aRecordThatNobodyTouchedIsIntact() {
        JsonPath found = verified();

        assertThat(found.getBoolean("intact")).isTrue();
        assertThat(found.<Object>get("firstBroken")).isNull();
    }

    /** Every column that is not computed from another; a column added later is tried without a change here. */
    @TestFactory
    Stream<DynamicTest> anEventWithAnotherValueInAnyColumnIsNamed() throws SQLException {
        try (Connection connection = database()) {
            List<String> columns = columns(connection);
            assertThat(columns).isNotEmpty();
            long middle = last(connection) - 2;
            return columns.stream()
                    .map(assignment -> DynamicTest.dynamicTest(
                            assignment,
                            () -> broken(
                                    "update kit.audit_event set " + assignment + " where sequence = " + middle,
                                    middle,
                                    "CHANGED")));
        }
    }

    @Test
    void anEventThatIsMissingIsNamed() throws SQLException {
        long middle = last() - 2;
        broken("delete from kit.audit_event where sequence = " + middle, middle, "REMOVED");
    }

    @Test
    void aLastEventThatIsMissingIsNamed() throws SQLException {
        long last = last();
        broken("delete from kit.audit_event where sequence = " + last, last, "TRUNCATED");
    }

    @Test
    void anEventThatWasAddedIsNamed() throws SQLException {
        long last = last();
        broken(
                "insert into kit.audit_event (sequence, content, previous_hash, hash)"
                        + " select sequence + 1, replace(content, id::text, gen_random_uuid()::text), hash, sha256('forged')"
                        + " from kit.audit_event where sequence = " + last,
                last + 1,
                "INSERTED");
    }

    /** Does something behind the service's back, sees it named, undoes it, and sees that it is undone. */
    private static void broken(String tampering, long sequence, String kind) throws SQLException {
        try (Connection connection = database();
                Statement statement = connection.createStatement()) {
            statement.execute("create temporary table kept as select " + stored(connection)
                    + " from kit.audit_event where sequence = " + sequence);
            assertThat(statement.executeUpdate(tampering)).isEqualTo(1);
            JsonPath found;
            try {
                found = verified();
            } finally {
                statement.execute("delete from kit.audit_event where sequence = " + sequence);
                statement.execute("insert into kit.audit_event (" + stored(connection) + ") select * from kept");
            }
            assertThat(found.getBoolean("intact")).isFalse();
            assertThat(found.getLong("firstBroken.sequence")).isEqualTo(sequence);
            assertThat(found.getString("firstBroken.kind")).isEqualTo(kind);
            assertThat(verified().getBoolean("intact")).isTrue();
        }
    }

    private static JsonPath verified() {
        return given().auth()
                .oauth2(RunningSuite.token("audit"))
                .contentType("application/json")
                .body("{}")
                .post(RunningSuite.door() + "/genai-registry/v1/audit-events/verifications")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static long last() throws SQLException {
        try (Connection connection = database()) {
            return last(connection);
        }
    }

    private static long last(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select max(sequence) from kit.audit_event")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The columns that are stored, as a list for SQL. */
    private static String stored(Connection connection) throws SQLException {
        return String.join(", ", inTheTable(connection, "column_name", "true"));
    }

    /** For each stored column but the number, an assignment of another value that the column takes. */
    private static List<String> columns(Connection connection) throws SQLException {
        return inTheTable(
                connection,
                "column_name || ' = ' || case data_type"
                        + " when 'text' then column_name || ' || '' '''"
                        + " when 'bytea' then 'sha256(' || column_name || ')'"
                        + " when 'uuid' then 'gen_random_uuid()'"
                        + " when 'timestamp with time zone' then column_name || ' + interval ''1 second'''"
                        + " else column_name || ' + 1' end",
                "column_name <> 'sequence'");
    }

    private static List<String> inTheTable(Connection connection, String what, String which) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select " + what + " from information_schema.columns"
                        + " where table_schema = 'kit' and table_name = 'audit_event' and is_generated = 'NEVER' and "
                        + which + " order by ordinal_position")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static Connection database() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + RunningSuite.postgresPort() + "/genai_registry",
                "suite_administrator",
                RunningSuite.secret("postgresql.suite_administrator"));
    }
}
