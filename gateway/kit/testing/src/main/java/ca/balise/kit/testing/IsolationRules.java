package ca.balise.kit.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Proves on a migrated database that institutions are kept apart, by walking its catalogue: a table belongs to institutions, and
 * then PostgreSQL itself hides its rows, or it is named here as shared by all, and then the application can only read it. A table
 * that nobody thought of fails.
 */
public final class IsolationRules {

    /** The policies that {@code kit.isolate} writes, as PostgreSQL prints them back: to whom, on what, with what check. */
    private static final List<String> POLICIES = List.of(
            "DELETE to {public}: kit.writes(institution) / null",
            "INSERT to {public}: null / kit.writes(institution)",
            "SELECT to {public}: kit.sees(institution) / null",
            "UPDATE to {public}: kit.writes(institution) / kit.writes(institution)");

    private IsolationRules() {}

    /**
     * Checks every table of the schema {@code public}, and the application role.
     *
     * @param database the database of {@link PostgresTestResource}
     * @param sharedTables the tables that hold nothing of an institution and are the same for every caller
     * @throws AssertionError naming each table that keeps no rule
     */
    public static void assertKept(String database, String... sharedTables) {
        List<String> broken = new ArrayList<>();
        try (Connection superuser = TestPostgres.asSuperuser(database);
                Connection app = TestPostgres.asApp(database)) {
            Set<String> shared = Set.of(sharedTables);
            List<Table> tables = tables(superuser);
            for (Table table : tables) {
                if (shared.contains(table.name())) {
                    if (table.hasInstitution()) {
                        broken.add(table.name() + " is named as shared and has an institution");
                    }
                    broken.addAll(failuresOfSharing(superuser, TestPostgres.appOf(database), table));
                } else {
                    broken.addAll(failures(superuser, app, table));
                }
            }
            List<String> names = tables.stream().map(Table::name).toList();
            shared.stream()
                    .filter(name -> !names.contains(name))
                    .forEach(name -> broken.add(name + " is named as shared and does not exist"));
            broken.addAll(failuresOfTheApplicationRole(superuser, app, database));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the catalogue of " + database, e);
        }
        if (!broken.isEmpty()) {
            throw new AssertionError("institutions are not kept apart:\n" + String.join("\n", broken));
        }
    }

    /**
     * Checks that a row of one institution is there and that a query which forgets the institution, or says another one, does not
     * return it.
     *
     * @param database the database of {@link PostgresTestResource}
     * @param table a table that holds a row of the institution
     * @param institution whose row
     * @throws AssertionError if there is no such row, or if it is seen
     */
    public static void assertHidden(String database, String table, String institution) {
        try (Connection superuser = TestPostgres.asSuperuser(database);
                Connection app = TestPostgres.asApp(database)) {
            if (rows(superuser, table, institution) == 0) {
                throw new AssertionError(table + " holds no row of " + institution + ": nothing would be proved");
            }
            if (rowsSeenWithoutASetting(app, table) != 0) {
                throw new AssertionError(table + " shows rows to a connection that has said no institution");
            }
            app.setAutoCommit(false);
            enter(app, "not-" + institution);
            if (rows(app, table, institution) != 0) {
                throw new AssertionError(table + " shows rows of " + institution + " to another institution");
            }
            app.rollback();
            enter(app, institution);
            if (rows(app, table, institution) == 0) {
                throw new AssertionError(table + " hides its rows from " + institution + " itself");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read " + table, e);
        }
    }

    private static void enter(Connection app, String institution) throws SQLException {
        try (PreparedStatement statement = app.prepareStatement("select kit.enter(?, false, false, true)")) {
            statement.setString(1, institution);
            statement.execute();
        }
    }

    private static long rows(Connection connection, String table, String institution) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from public."
                        + statement.enquoteIdentifier(table, true) + " where institution = "
                        + statement.enquoteLiteral(institution))) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<Table> tables(Connection superuser) throws SQLException {
        String query = """
                select c.relname, c.relrowsecurity, c.relforcerowsecurity,
                       exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'institution'
                                                            and not a.attisdropped and a.attnotnull)
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm')
                   and c.relname <> 'flyway_schema_history'
                 order by c.relname""";
        List<Table> tables = new ArrayList<>();
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                tables.add(new Table(row.getString(1), row.getBoolean(2), row.getBoolean(3), row.getBoolean(4)));
            }
        }
        return tables;
    }

    private static List<String> failures(Connection superuser, Connection app, Table table) throws SQLException {
        List<String> broken = new ArrayList<>();
        if (!table.hasInstitution()) {
            broken.add(table.name() + " has no column institution (not null) and is not named as shared");
            return broken;
        }
        if (!table.enabled() || !table.forced()) {
            broken.add(table.name() + " does not enable and force row-level security");
        }
        List<String> policies = policies(superuser, table.name());
        if (!policies.equals(POLICIES)) {
            broken.add(table.name() + " has other policies than kit.isolate writes: " + policies);
        }
        if (rowsSeenWithoutASetting(app, table.name()) != 0) {
            broken.add(table.name() + " shows rows to a connection that has said no institution");
        }
        return broken;
    }

    /** What belongs to nobody is nobody's to change: not the table, not one of its columns, not through {@code public}. */
    private static List<String> failuresOfSharing(Connection superuser, String role, Table table) throws SQLException {
        String query = "select privilege from unnest(array ['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES',"
                + " 'TRIGGER', 'MAINTAIN']) privilege where has_table_privilege(?, ?::regclass, privilege) or"
                + " privilege in ('INSERT', 'UPDATE', 'REFERENCES') and has_any_column_privilege(?, ?::regclass, privilege)";
        List<String> broken = new ArrayList<>();
        try (PreparedStatement statement = superuser.prepareStatement(query)) {
            String name = "public." + statement.enquoteIdentifier(table.name(), true);
            statement.setString(1, role);
            statement.setString(2, name);
            statement.setString(3, role);
            statement.setString(4, name);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    broken.add(table.name() + " is named as shared and grants " + role + " " + row.getString(1));
                }
            }
        }
        return broken;
    }

    private static List<String> policies(Connection superuser, String table) throws SQLException {
        String query = "select cmd, roles::text, qual, with_check from pg_policies"
                + " where schemaname = 'public' and tablename = ? order by cmd, policyname";
        List<String> policies = new ArrayList<>();
        try (PreparedStatement statement = superuser.prepareStatement(query)) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    policies.add(row.getString(1) + " to " + row.getString(2) + ": " + row.getString(3) + " / "
                            + row.getString(4));
                }
            }
        }
        return policies;
    }

    private static long rowsSeenWithoutASetting(Connection app, String table) throws SQLException {
        try (Statement statement = app.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from public." + statement.enquoteIdentifier(table, true))) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<String> failuresOfTheApplicationRole(Connection superuser, Connection app, String database)
            throws SQLException {
        List<String> broken = new ArrayList<>();
        String role = TestPostgres.appOf(database);
        String query = "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb, has_schema_privilege(rolname,"
                + " 'public', 'CREATE'), has_schema_privilege(rolname, 'kit', 'CREATE'), has_database_privilege(rolname,"
                + " current_database(), 'TEMPORARY'), exists (select from pg_class where relowner = r.oid)"
                + " from pg_roles r where rolname = ?";
        try (PreparedStatement statement = superuser.prepareStatement(query)) {
            statement.setString(1, role);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                for (int column = 1; column <= 5; column++) {
                    if (row.getBoolean(column)) {
                        broken.add(role + " may do more than read and write rows (check " + column + ")");
                    }
                }
            }
        }
        try (Statement statement = app.createStatement()) {
            statement.execute("create table public.made_by_the_application (x int)");
            broken.add(role + " can create tables");
        } catch (SQLException expected) {
            if (!"42501".equals(expected.getSQLState())) {
                throw expected;
            }
        }
        return broken;
    }

    private record Table(String name, boolean enabled, boolean forced, boolean hasInstitution) {}
}
