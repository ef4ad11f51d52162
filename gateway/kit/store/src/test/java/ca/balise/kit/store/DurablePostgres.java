package ca.balise.kit.store;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * A PostgreSQL that writes to the disk before it says that it has, as in service and unlike that of the tests, with the two roles and
 * a connection for each writer of {@link AuditBenchmark}.
 */
public final class DurablePostgres implements QuarkusTestResourceLifecycleManager {

    private EmbeddedPostgres server;

    @Override
    public Map<String, String> start() {
        try {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "100")
                    .start();
            try (Connection superuser = server.getPostgresDatabase().getConnection();
                    Statement statement = superuser.createStatement()) {
                statement.execute("create role store_owner login password 'test'");
                statement.execute("create role store_app login password 'test'");
                statement.execute("create database store owner store_owner encoding 'UTF8'");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create the database", e);
        }
        String address = "postgresql://127.0.0.1:" + server.getPort() + "/store";
        return Map.of(
                "quarkus.datasource.jdbc.url", "jdbc:" + address,
                "quarkus.datasource.reactive.url", address,
                "quarkus.datasource.reactive.max-size", Integer.toString(AuditBenchmark.WRITERS),
                "quarkus.datasource.username", "store_app",
                "quarkus.datasource.password", "test",
                "quarkus.flyway.username", "store_owner",
                "quarkus.flyway.password", "test",
                "balise.store.answer-within", "30s",
                "balise.keys.current", "test",
                "balise.keys.key.test", "VGhpcyBrZXkgc2VhbHMgdGVzdHMgYW5kIG5vIHNlY3I=");
    }

    @Override
    public void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
