package ca.balise.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives a Quarkus test its own empty database on {@link TestPostgres}. The init argument {@code database} names it; the service
 * connects as {@code <database>_app} and migrates as {@code <database>_owner}, as everywhere else.
 */
public final class PostgresTestResource implements QuarkusTestResourceLifecycleManager {

    private @Nullable String database;

    @Override
    public void init(Map<String, String> initArgs) {
        database = initArgs.get("database");
    }

    @Override
    public Map<String, String> start() {
        if (database == null) {
            throw new IllegalStateException("name the database: @ResourceArg(name = \"database\", value = …)");
        }
        TestPostgres.createDatabase(database);
        return Map.of(
                "quarkus.datasource.jdbc.url", TestPostgres.jdbcUrl(database),
                "quarkus.datasource.reactive.url", TestPostgres.reactiveUrl(database),
                "quarkus.datasource.username", TestPostgres.appOf(database),
                "quarkus.datasource.password", TestPostgres.password(),
                "quarkus.flyway.username", TestPostgres.ownerOf(database),
                "quarkus.flyway.password", TestPostgres.password(),
                // What is kept in the database is sealed: a key that only tests have.
                "balise.keys.current", "test",
                "balise.keys.key.test", "VGhpcyBrZXkgc2VhbHMgdGVzdHMgYW5kIG5vIHNlY3I=");
    }

    /** The server stays for the next test class; it goes with the JVM. */
    @Override
    public void stop() {}
}
