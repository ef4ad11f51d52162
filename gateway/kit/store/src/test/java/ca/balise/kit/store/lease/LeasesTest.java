package ca.balise.kit.store.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.balise.kit.store.BusyReplicas;
import ca.balise.kit.store.Eventually;
import ca.balise.kit.testing.PostgresTestResource;
import ca.balise.kit.testing.TestPostgres;
import ca.balise.kit.testing.TokenTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(BusyReplicas.class)
@QuarkusTestResource(TokenTestResource.class)
@QuarkusTestResource(
        value = PostgresTestResource.class,
        initArgs = @ResourceArg(name = "database", value = LeasesTest.DATABASE))
class LeasesTest {

    static final String DATABASE = "store";

    private static final Duration LONG = Duration.ofMinutes(1);

    @Inject
    Leases leases;

    @Inject
    Schedule schedule;

    @Inject
    DailyTask daily;

    @BeforeEach
    void noLeases() throws SQLException {
        asSuperuser("delete from kit.lease where name like 'test-%'");
    }

    @Test
    void ofThirtyTwoThatAskAtOnceExactlyOneGetsIt() throws Exception {
        AtomicInteger holders = new AtomicInteger();
        CompletableFuture<Void> holder = new CompletableFuture<>();
        List<Uni<Boolean>> attempts = new ArrayList<>();
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        for (int i = 0; i < 32; i++) {
            attempts.add(leases.runExclusively("test-race", LONG, () -> {
                holders.incrementAndGet();
                return Uni.createFrom().completionStage(holder);
            }));
        }
        attempts.forEach(attempt -> attempt.subscribe()
                .with(taken -> (taken ? done : refused).incrementAndGet(), failure -> done.addAndGet(1_000)));
        Eventually.holds("31 are refused while one holds it", () -> refused.get() == 31 && holders.get() == 1);
        assertThat(done).hasValue(0);
        holder.complete(null);
        Eventually.holds("the holder is through", () -> done.get() == 1);
        assertThat(holders).hasValue(1);
    }

    @Test
    void ofThirtyTwoConnectionsThatAskAtOnceExactlyOneGetsIt() throws Exception {
        for (int round = 0; round < 5; round++) {
            String name = "test-connections-" + round;
            CountDownLatch ready = new CountDownLatch(32);
            List<Future<Long>> answers = new ArrayList<>();
            try (var callers = Executors.newFixedThreadPool(32)) {
                for (int i = 0; i < 32; i++) {
                    answers.add(callers.submit(() -> {
                        try (Connection app = TestPostgres.asApp(DATABASE)) {
                            ready.countDown();
                            ready.await();
                            return number(app, take(name, "1 minute"));
                        }
                    }));
                }
            }
            List<Long> waits = new ArrayList<>();
            for (Future<Long> answer : answers) {
                waits.add(answer.get());
            }
            assertThat(waits).filteredOn(wait -> wait == 0).hasSize(1);
            assertThat(waits).filteredOn(wait -> wait > 0).hasSize(31);
        }
    }

    @Test
    void aLeaseIsFreeAgainOnceItsWorkIsThroughAndWhenItFailed() {
        assertThat(taken(Uni.createFrom()::voidItem)).isTrue();
        assertThatThrownBy(() -> taken(() -> Uni.createFrom().failure(new IllegalStateException("halfway"))))
                .hasMessage("halfway");
        assertThat(taken(Uni.createFrom()::voidItem)).isTrue();
    }

    @Test
    void theLeaseOfADeadHolderFallsToAnotherOnceItHasExpiredAndNotBefore() throws SQLException {
        assertThat(numberAsApp(take("test-turn", "1 minute"))).isZero();
        assertThat(taken(Uni.createFrom()::voidItem)).isFalse();
        assertThat(numberAsApp(take("test-turn", "1 minute"))).isBetween(1L, 60_000L);
        asSuperuser("update kit.lease set expires_at = clock_timestamp() where name = 'test-turn'");
        assertThat(taken(Uni.createFrom()::voidItem)).isTrue();
    }

    @Test
    void aLeaseIsKeptWhileItsWorkGoesOnHoweverLong() throws Exception {
        Gate work = new Gate();
        AtomicReference<Boolean> outcome = new AtomicReference<>();
        leases.runExclusively("test-turn", Duration.ofSeconds(3), work)
                .subscribe()
                .with(outcome::set);
        Eventually.holds("it has begun", () -> work.hasBegun);
        long first = expiry();
        Eventually.holds("it was renewed, and again", () -> expiry() > first + 1_500_000);
        assertThat(taken(Uni.createFrom()::voidItem)).isFalse();
        work.end.complete(null);
        Eventually.holds("it is through", () -> Boolean.TRUE.equals(outcome.get()));
        assertThat(taken(Uni.createFrom()::voidItem)).isTrue();
    }

    @Test
    void aTurnThatLostItsLeaseDoesNotEndTheNextOnes() throws Exception {
        Gate slow = new Gate();
        AtomicReference<Boolean> outcome = new AtomicReference<>();
        leases.runExclusively("test-turn", LONG, slow).subscribe().with(outcome::set);
        Eventually.holds("the first has begun", () -> slow.hasBegun);
        asSuperuser("update kit.lease set expires_at = clock_timestamp() where name = 'test-turn'");
        assertThat(numberAsApp(take("test-turn", "1 minute"))).isZero();
        slow.end.complete(null);
        Eventually.holds("the first is through", () -> outcome.get() != null);
        assertThat(taken(Uni.createFrom()::voidItem)).isFalse();
    }

    @Test
    void aTaskThatOneReplicaHasDoneIsNotDoneByAnotherBeforeItIsDueAgain() throws Exception {
        AtomicInteger turns = new AtomicInteger();
        ScheduledTask hourly = task("test-hourly", Duration.ofHours(1), () -> {
            turns.incrementAndGet();
            return Uni.createFrom().voidItem();
        });
        assertThat(schedule.turn(hourly).await().indefinitely()).isEqualTo(Duration.ofHours(1));
        Duration next = schedule.turn(hourly).await().indefinitely();
        assertThat(turns).hasValue(1);
        assertThat(next).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
        asSuperuser("update kit.lease set due_at = due_at - interval '1 hour' where name = 'test-hourly'");
        schedule.turn(hourly).await().indefinitely();
        assertThat(turns).hasValue(2);
    }

    @Test
    void aTaskThatFailsIsTriedAgainNextTime() throws Exception {
        AtomicInteger turns = new AtomicInteger();
        ScheduledTask failing = task("test-failing", Duration.ZERO, () -> {
            turns.incrementAndGet();
            throw new IllegalStateException("not today");
        });
        schedule.turn(failing).await().indefinitely();
        schedule.turn(failing).await().indefinitely();
        assertThat(turns).hasValue(2);
    }

    @Test
    void whatIsScheduledIsDoneBecauseItIsThereAndOnce() throws Exception {
        Eventually.holds("it was done", () -> daily.turns() > 0);
        assertThat(daily.turns()).isEqualTo(1);
        assertThat(numberAsSuperuser("select count(*) from kit.lease where name = 'daily' and due_at > now()"))
                .isEqualTo(1);
    }

    @Test
    void theApplicationReachesLeasesThroughTheirFunctionsOnly() throws SQLException {
        try (Connection app = TestPostgres.asApp(DATABASE)) {
            for (String table : List.of("kit.lease", "kit.replica")) {
                assertThatThrownBy(() -> number(app, "select count(*) from " + table))
                        .hasMessageContaining("permission denied");
            }
        }
    }

    private boolean taken(Supplier<Uni<Void>> work) {
        return leases.runExclusively("test-turn", LONG, work).await().indefinitely();
    }

    private static ScheduledTask task(String name, Duration every, Supplier<Uni<Void>> work) {
        return new ScheduledTask() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Duration every() {
                return every;
            }

            @Override
            public Uni<Void> run() {
                return work.get();
            }
        };
    }

    private static String take(String name, String duration) {
        return "select kit.take_lease('" + name + "', gen_random_uuid(), interval '" + duration + "')";
    }

    /** In microseconds. */
    private static long expiry() throws SQLException {
        return numberAsSuperuser(
                "select (extract(epoch from expires_at) * 1000000)::bigint from kit.lease where name = 'test-turn'");
    }

    private static void asSuperuser(String sql) throws SQLException {
        try (Connection superuser = TestPostgres.asSuperuser(DATABASE);
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long numberAsApp(String sql) throws SQLException {
        try (Connection app = TestPostgres.asApp(DATABASE)) {
            return number(app, sql);
        }
    }

    private static long numberAsSuperuser(String sql) throws SQLException {
        try (Connection superuser = TestPostgres.asSuperuser(DATABASE)) {
            return number(superuser, sql);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Work that goes on until it is told to end. */
    private static final class Gate implements Supplier<Uni<Void>> {

        final CompletableFuture<Void> end = new CompletableFuture<>();
        volatile boolean hasBegun;

        @Override
        public Uni<Void> get() {
            hasBegun = true;
            return Uni.createFrom().completionStage(end);
        }
    }
}
