package ca.balise.kit.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * One real PostgreSQL 18 for all tests of a JVM, on loopback, gone with the JVM. A database gets the two roles that it has
 * everywhere: an owner that migrates and an application role that reads and writes rows and nothing else.
 */
public final class TestPostgres {

    /**
     * Where the server of this JVM is remembered. A static field would not do: Quarkus loads the same class once for the test
     * resources and once more for the tests.
     */
    private static final String PORT = "balise.test.postgres.port";

    private static final String PASSWORD = "test";

    private TestPostgres() {}

    /**
     * Creates a database and its roles, empty, whatever was there before.
     *
     * @param database a plain lower-case name, for example {@code deid}
     */
    public static void createDatabase(String database) {
        if (!database.matches("[a-z][a-z0-9_]{0,40}")) {
            throw new IllegalArgumentException("not a plain database name: " + database);
        }
        String owner = ownerOf(database);
        String app = appOf(database);
        try (Connection server = asSuperuser("postgres");
                Statement statement = server.createStatement()) {
            statement.execute("drop database if exists " + database + " with (force)");
            for (String role : new String[] {owner, app}) {
                createRoleIfAbsent(statement, role);
            }
            statement.execute("create database " + database + " owner " + owner + " encoding 'UTF8'");
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create the test database " + database, e);
        }
    }

    private static void createRoleIfAbsent(Statement statement, String role) throws SQLException {
        try (ResultSet found = statement.executeQuery("select from pg_roles where rolname = '" + role + "'")) {
            if (found.next()) {
                return;
            }
        }
        statement.execute("create role " + role + " login nosuperuser nocreatedb nocreaterole nobypassrls password '"
                + PASSWORD + "'");
    }

    /** A connection that row-level security does not bind, to look underneath or to prepare what no caller may. */
    public static Connection asSuperuser(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), "postgres", "postgres");
    }

    /** A connection as the role that owns the tables and runs the migrations. */
    public static Connection asOwner(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), ownerOf(database), PASSWORD);
    }

    /** A connection as the role with which the service works. */
    public static Connection asApp(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), appOf(database), PASSWORD);
    }

    static String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    static String reactiveUrl(String database) {
        return "postgresql://127.0.0.1:" + port() + "/" + database;
    }

    static String ownerOf(String database) {
        return database + "_owner";
    }

    static String appOf(String database) {
        return database + "_app";
    }

    static String password() {
        return PASSWORD;
    }

    private static int port() {
        // Interned: the same lock whichever class loader loaded this class.
        synchronized (PORT.intern()) {
            String known = System.getProperty(PORT);
            if (known != null) {
                return Integer.parseInt(known);
            }
            int port = start();
            System.setProperty(PORT, Integer.toString(port));
            return port;
        }
    }

    private static int start() {
        try {
            // Not closed here: the server lives as long as the JVM, whose shutdown hook stops it.
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("fsync", "off")
                    .setServerConfig("timezone", "UTC")
                    // Tests provoke refusals on purpose; the server would print each of them.
                    .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return server.getPort();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }
}
