package ca.balise.kit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.audit.Change;
import ca.balise.kit.testing.PostgresTestResource;
import ca.balise.kit.testing.TestPostgres;
import ca.balise.kit.testing.TokenTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A PostgreSQL that refuses, breaks off or falls silent, for real. The pool holds one connection: one not given back shows. */
@QuarkusTest
@QuarkusTestResource(TokenTestResource.class)
@QuarkusTestResource(
        value = PostgresTestResource.class,
        initArgs = @ResourceArg(name = "database", value = InstitutionScopeTest.DATABASE))
class OutageTest {

    private static final Caller ALICE = new Caller("b6b0cbc0-0000-4000-8000-000000000000", "HC", Set.of());

    @Inject
    InstitutionScope scope;

    @Inject
    Vertx vertx;

    @BeforeEach
    void noNotes() throws SQLException {
        asSuperuser("truncate note");
    }

    @Test
    void aConnectionThatBreaksOffIsUnavailableAndTheNextOneWorks() throws Throwable {
        assertUnavailable(catchThrowable(() -> write(session -> add(session)
                .chain(() -> session.createNativeQuery(
                                "select cast(pg_terminate_backend(pg_backend_pid()) as text)", String.class)
                        .getSingleResult()))));
        assertThat(notes()).isZero();
    }

    @Test
    void aServerThatTakesNoConnectionIsUnavailableUntilItDoes() throws Throwable {
        asSuperuser("alter role store_app connection limit 0");
        try {
            terminateTheApplication();
            assertUnavailable(catchThrowable(this::notes));
        } finally {
            asSuperuser("alter role store_app connection limit -1");
        }
        assertThat(notes()).isZero();
    }

    @Test
    void aServerThatFallsSilentIsUnavailableInTimeAndKeepsNothingOfTheLateWork() throws Throwable {
        long backend = this.<Long>write(
                session -> session.createNativeQuery("select cast(pg_backend_pid() as bigint)", Long.class)
                        .getSingleResult());
        Throwable first;
        Throwable queued;
        signal("STOP", backend);
        try {
            first = catchThrowable(() -> write(OutageTest::add));
            queued = catchThrowable(() -> write(OutageTest::add));
        } finally {
            signal("CONT", backend);
        }
        assertUnavailable(first);
        assertUnavailable(queued);
        assertThat(notes()).isZero();
    }

    @Test
    void aLockThatSomebodyHoldsIsNotWaitedForWithoutEnd() throws Throwable {
        try (Connection superuser = TestPostgres.asSuperuser(InstitutionScopeTest.DATABASE);
                Statement statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            statement.execute("lock table note");
            assertUnavailable(catchThrowable(() -> write(OutageTest::add)));
            superuser.rollback();
        }
        assertThat(notes()).isZero();
    }

    @Test
    void aServerThatIsNotThereIsAnOutage() throws Throwable {
        Pool pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(1))
                .connectingTo(new PgConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(closedPort())
                        .setDatabase("none")
                        .setUser("none"))
                .using(vertx)
                .build();
        Throwable refused = catchThrowable(() ->
                pool.getConnection().toCompletionStage().toCompletableFuture().join());
        pool.close();
        assertThat(Outage.isBehind(refused)).isTrue();
    }

    @Test
    void aRefusedRecordIsNoOutage() {
        Throwable refused = catchThrowable(() ->
                write(session -> session.createNativeQuery("insert into note (id, institution) values (uuidv7(), 'HC')")
                        .executeUpdate()));
        assertThat(refused).isNotInstanceOf(ProblemException.class).hasStackTraceContaining("not-null");
        assertThat(Outage.isBehind(new IllegalStateException("Timeout"))).isFalse();
    }

    private static Uni<Void> add(Mutiny.Session session) {
        return session.persist(NoteEntity.of("HC", "late")).call(session::flush);
    }

    private static void assertUnavailable(Throwable failure) {
        assertThat(failure).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.type()).isEqualTo(CommonProblem.UNAVAILABLE);
            assertThat(problem.headers()).containsEntry("Retry-After", "5");
        });
    }

    private long notes() throws Throwable {
        return VertxContextSupport.<Long>subscribeAndAwait(() -> scope.read(
                ALICE,
                session -> session.createQuery("select count(*) from NoteEntity", Long.class)
                        .getSingleResult()));
    }

    private <T> T write(Function<Mutiny.Session, Uni<T>> work) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(
                () -> scope.write(ALICE, session -> work.apply(session).map(Change::nothing)));
    }

    private static void terminateTheApplication() throws SQLException {
        asSuperuser("select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = 'store_app'");
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        int status = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                .start()
                .waitFor();
        assertThat(status).isZero();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void asSuperuser(String sql) throws SQLException {
        try (Connection superuser = TestPostgres.asSuperuser(InstitutionScopeTest.DATABASE);
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
