package ca.balise.kit.store.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.problem.ProblemType;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.Background;
import ca.balise.kit.store.BusyReplicas;
import ca.balise.kit.store.Eventually;
import ca.balise.kit.store.InstitutionScope;
import ca.balise.kit.store.PatienceConfig;
import ca.balise.kit.store.audit.Change;
import ca.balise.kit.testing.IsolationRules;
import ca.balise.kit.testing.PostgresTestResource;
import ca.balise.kit.testing.TestPostgres;
import ca.balise.kit.testing.TokenTestResource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Replicas over one database. Those of the tests have no timer: a heartbeat is one when the test says so, and a replica that is to be
 * lost has its last one put back in the database.
 */
@QuarkusTest
@TestProfile(BusyReplicas.class)
@QuarkusTestResource(TokenTestResource.class)
@QuarkusTestResource(
        value = PostgresTestResource.class,
        initArgs = @ResourceArg(name = "database", value = JobRunnerTest.DATABASE))
class JobRunnerTest {

    static final String DATABASE = "store";

    private static final Caller ALICE = caller("HC", "deid-analyst");
    private static final Caller CAROL = caller("DND", "deid-analyst");
    private static final Caller AUDITOR = caller(null, "auditor");

    @Inject
    JobStore store;

    @Inject
    JobsConfig defaults;

    @Inject
    PatienceConfig patience;

    @Inject
    Background background;

    @Inject
    InstitutionScope scope;

    @Inject
    Vertx vertx;

    private final List<Replica> replicas = new ArrayList<>();
    private CountingWork counting;

    @BeforeEach
    void nothingYet() throws SQLException {
        asSuperuser("truncate job; truncate note");
        counting = new CountingWork(scope, background);
    }

    @AfterEach
    void stopReplicas() {
        replicas.forEach(replica -> replica.runner.stop().await().indefinitely());
    }

    @Test
    void aJobIsAcceptedAtOnceAndSaysInTheEndWhatCameOfIt() throws Exception {
        Replica replica = replica();
        GatedWork work = new GatedWork();
        Job accepted = replica.submit(ALICE, work);
        assertThat(accepted.status()).isEqualTo(JobStatus.QUEUED);
        assertThat(accepted.progress()).isZero();
        assertThat(accepted.startedAt()).isNull();
        assertThat(accepted.id().version()).isEqualTo(7);
        work.hasBegun();
        Job running = eventually(accepted, JobStatus.RUNNING);
        assertThat(running.startedAt()).isAfterOrEqualTo(accepted.createdAt());
        work.letGo();
        Job done = eventually(accepted, JobStatus.SUCCEEDED);
        assertThat(done.progress()).isEqualTo(1);
        assertThat(done.finishedAt()).isAfterOrEqualTo(running.startedAt());
        assertThat(done.result()).isEqualTo("{\"file\":\"/store/v1/files/1\",\"records\":42}");
        assertThat(done.failure()).isNull();
    }

    @Test
    void workIsDoneOnAThreadOfJobsAndNotOnAnEventLoop() throws Exception {
        Job job = replica()
                .submit(
                        ALICE,
                        progress -> Map.of(
                                "thread",
                                Thread.currentThread().getName(),
                                "eventLoop",
                                io.vertx.core.Context.isOnEventLoopThread()));
        assertThat(eventually(job, JobStatus.SUCCEEDED).result()).contains("\"thread\":\"job\"", "\"eventLoop\":false");
    }

    @Test
    void aProblemFailsTheJobInBothLanguages() throws Exception {
        Job job = replica().submit(ALICE, progress -> {
            progress.report(0.25);
            throw new ProblemException(CommonProblem.INFLATES_TOO_MUCH, 300);
        });
        Job failed = eventually(job, JobStatus.FAILED);
        assertThat(failed.failure())
                .isEqualTo(JobFailure.of(new ProblemException(CommonProblem.INFLATES_TOO_MUCH, 300)));
        assertThat(failed.failure().detail().fr()).contains("300 fois");
        assertThat(failed.progress()).isEqualTo(0.25);
        assertThat(failed.result()).isNull();
    }

    @Test
    void aFaultFailsTheJobAndSaysNothingOfTheData() throws Exception {
        Job job = replica().submit(ALICE, progress -> {
            throw new IllegalStateException("Marie Tremblay, 1962-02-03");
        });
        assertThat(eventually(job, JobStatus.FAILED).failure().code()).isEqualTo("JOB_FAULT");
        assertThat(text("select job::text from job")).doesNotContain("Tremblay");
    }

    @Test
    void aResultThatIsDataFailsTheJob() throws Exception {
        Job job = replica().submit(ALICE, progress -> Collections.nCopies(10_000, "a value"));
        assertThat(eventually(job, JobStatus.FAILED).failure().code()).isEqualTo("JOB_FAULT");
    }

    @Test
    void nothingIsKeptOfWhoAskedForWorkThatCannotBeTakenOver() throws Exception {
        GatedWork work = new GatedWork();
        Replica replica = replica();
        Job job = replica.submit(ALICE, work);
        work.hasBegun();
        assertThat(text("select job::text from job")).doesNotContain(ALICE.subject());
        Job resumable = replica.submit(ALICE, counting, 1);
        eventually(resumable, JobStatus.SUCCEEDED);
        assertThat(text("select string_agg(job::text, ' ') from job"))
                .doesNotContain(ALICE.subject())
                .doesNotContain("prefix");
        work.letGo();
        eventually(job, JobStatus.SUCCEEDED);
    }

    @Test
    void progressIsWrittenAtTheHeartbeatAndNeverFalls() throws Exception {
        Replica replica = replica();
        GatedWork work = new GatedWork();
        Job job = replica.submit(ALICE, work);
        work.hasBegun();
        List<Double> seen = new ArrayList<>();
        for (double share : new double[] {0.1, 0.6, 0.3, 0.6, 0.9}) {
            work.progress.report(share);
            replica.beat();
            seen.add(read(job).progress());
        }
        assertThat(seen).containsExactly(0.1, 0.6, 0.6, 0.6, 0.9);
        assertThatThrownBy(() -> work.progress.report(1.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> work.progress.report(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        work.letGo();
        Job done = eventually(job, JobStatus.SUCCEEDED);
        // Started, three steps, done.
        assertThat(done.revision()).isEqualTo(6);
    }

    @Test
    void aJobThatWaitsIsCancelledAtOnceAndItsPlaceIsFree() throws Exception {
        Replica replica =
                replica("balise.jobs.workers", "1", "balise.jobs.queue", "1", "balise.jobs.queue-of-one", "1");
        GatedWork first = new GatedWork();
        GatedWork second = new GatedWork();
        replica.submit(ALICE, first);
        first.hasBegun();
        Job waiting = replica.submit(ALICE, second);
        Job cancelled = await(() -> replica.jobs.cancel(ALICE, waiting.id()));
        assertThat(cancelled.status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(cancelled.finishedAt()).isNotNull();
        Job third = replica.submit(ALICE, new GatedWork());
        assertThat(third.status()).isEqualTo(JobStatus.QUEUED);
        assertThat(second.released).as("what it held is free").isTrue();
        first.letGo();
        eventually(third, JobStatus.RUNNING);
        assertThat(second.begun.getCount()).isEqualTo(1);
    }

    @Test
    void aPlaceIsKeptForAJobToComeUntilItComesOrIsGivenUp() throws Exception {
        Replica replica =
                replica("balise.jobs.workers", "1", "balise.jobs.queue", "1", "balise.jobs.queue-of-one", "1");
        JobPlace place = replica.jobs.reserve(ALICE);
        assertProblem(JobProblem.JOB_QUEUE_FULL, () -> replica.jobs.reserve(CAROL));
        assertProblem(JobProblem.JOB_QUEUE_FULL, () -> replica.submit(CAROL, new GatedWork()));

        place.close();
        place.close();
        JobPlace other = replica.jobs.reserve(CAROL);
        GatedWork work = new GatedWork();
        Job job = await(() -> replica.jobs.submit(other, "TEST", work));
        work.hasBegun();
        other.close();

        replica.jobs.reserve(ALICE).close();
        assertThat(work.progress.job()).isEqualTo(job.id());
        assertThatThrownBy(() -> await(() -> replica.jobs.submit(other, "TEST", work)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(work.released).isFalse();
        work.letGo();
        eventually(job, JobStatus.SUCCEEDED);
        Eventually.holds("the work is let go", () -> work.released);
    }

    @Test
    void aJobThatRunsIsAskedToStopAndCancelledWhenItHas() throws Exception {
        Replica replica = replica();
        GatedWork work = new GatedWork();
        Job job = replica.submit(ALICE, work);
        work.hasBegun();
        assertThat(await(() -> replica.jobs.cancel(ALICE, job.id())).status()).isEqualTo(JobStatus.RUNNING);
        work.hasEnded();
        eventually(job, JobStatus.CANCELLED);
        assertProblem(JobProblem.JOB_FINISHED, () -> await(() -> replica.jobs.cancel(ALICE, job.id())));
    }

    @Test
    void aJobIsCancelledFromAnotherReplica() throws Exception {
        Replica here = replica();
        Replica there = replica();
        GatedWork work = new GatedWork();
        Job job = here.submit(ALICE, work);
        work.hasBegun();
        assertThat(await(() -> there.jobs.cancel(ALICE, job.id())).status()).isEqualTo(JobStatus.RUNNING);
        assertThat(work.progress.isCancelled()).isFalse();
        here.beat();
        work.hasEnded();
        eventually(job, JobStatus.CANCELLED);
    }

    @Test
    void aJobThatWaitsIsCancelledFromAnotherReplicaAndNeverBegins() throws Exception {
        Replica here = replica("balise.jobs.workers", "1");
        Replica there = replica();
        GatedWork first = new GatedWork();
        GatedWork second = new GatedWork();
        here.submit(ALICE, first);
        first.hasBegun();
        Job waiting = here.submit(ALICE, second);
        await(() -> there.jobs.cancel(ALICE, waiting.id()));
        first.letGo();
        GatedWork third = new GatedWork();
        here.submit(ALICE, third);
        third.hasBegun();
        assertThat(second.begun.getCount()).isEqualTo(1);
        assertThat(second.released).as("what it held is free").isTrue();
        assertThat(read(waiting).status()).isEqualTo(JobStatus.CANCELLED);
    }

    @Test
    void nobodyCancelsWhatIsAnothersAndWhoOnlySeesItMayNot() throws Exception {
        Replica replica = replica();
        GatedWork work = new GatedWork();
        Job job = replica.submit(ALICE, work);
        work.hasBegun();
        assertProblem(CommonProblem.NOT_FOUND, () -> await(() -> replica.jobs.cancel(CAROL, job.id())));
        assertProblem(CommonProblem.NOT_FOUND, () -> await(() -> replica.jobs.read(CAROL, job.id())));
        assertProblem(CommonProblem.FORBIDDEN, () -> await(() -> replica.jobs.cancel(AUDITOR, job.id())));
        replica.beat();
        assertThat(work.progress.isCancelled()).isFalse();
        assertThat(await(() -> replica.jobs.read(AUDITOR, job.id())).status()).isEqualTo(JobStatus.RUNNING);
        IsolationRules.assertHidden(DATABASE, "job", "HC");
    }

    @Test
    void aCallerWithoutInstitutionHasNoJobs() {
        assertProblem(CommonProblem.NO_INSTITUTION, () -> replica().submit(AUDITOR, new GatedWork()));
    }

    @Test
    void aJobWhoseReplicaIsLostHasFailedAndNothingTheLostOneSaysChangesThat() throws Exception {
        Replica lost = replica();
        GatedWork work = new GatedWork();
        GatedWork late = new GatedWork();
        Job job = lost.submit(ALICE, work);
        Job other = lost.submit(CAROL, late);
        work.hasBegun();
        late.hasBegun();
        lost.falls();
        assertThat(sweep()).isEqualTo(2);
        Job failed = read(job);
        assertThat(failed.status()).isEqualTo(JobStatus.FAILED);
        assertThat(failed.failure().code()).isEqualTo("REPLICA_LOST");
        assertThat(failed.failure().detail().fr()).contains("a été perdu");
        // It was only slow: it finishes the one, and learns at its next heartbeat of the other.
        work.letGo();
        lost.beat();
        late.hasEnded();
        lost.beat();
        assertThat(read(job)).isEqualTo(failed);
        assertThat(read(other).failure().code()).isEqualTo("REPLICA_LOST");
        assertThat(sweep()).isZero();
    }

    @Test
    void aReplicaThatIsHeardOfIsNotLost() throws Exception {
        Replica replica = replica();
        GatedWork work = new GatedWork();
        Job job = replica.submit(ALICE, work);
        work.hasBegun();
        replica.falls();
        replica.beat();
        assertThat(sweep()).isZero();
        assertThat(read(job).status()).isEqualTo(JobStatus.RUNNING);
    }

    @Test
    void aReplicaThatStartsLooksAtOnceForWhatDeadOnesLeft() throws Exception {
        Replica dead = replica();
        GatedWork work = new GatedWork();
        Job job = dead.submit(ALICE, work);
        work.hasBegun();
        dead.falls();
        Heartbeat starting = replica().heartbeat();
        starting.start(new StartupEvent());
        assertThat(eventually(job, JobStatus.FAILED).failure().code()).isEqualTo("REPLICA_LOST");
        starting.stop(new ShutdownEvent());
    }

    @Test
    void aReplicaWhoseOwnHeartbeatsWereMissingTakesNobodyForLost() throws Exception {
        Replica other = replica();
        GatedWork work = new GatedWork();
        Job job = other.submit(ALICE, work);
        work.hasBegun();
        other.falls();
        Heartbeat troubled = replica().heartbeat();
        Heartbeat steady = replica().heartbeat();
        try (Connection superuser = TestPostgres.asSuperuser(DATABASE);
                Statement statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            statement.execute("lock table kit.replica in access exclusive mode");
            troubled.beat();
            Eventually.holds("its heartbeat has failed", () -> !troubled.isSteady());
            superuser.rollback();
        }
        await(() -> new ReleaseLostJobs(store, defaults, troubled).run());
        assertThat(read(job).status()).isEqualTo(JobStatus.RUNNING);
        await(() -> new ReleaseLostJobs(store, defaults, steady).run());
        assertThat(read(job).status()).isEqualTo(JobStatus.FAILED);
        troubled.stop(new ShutdownEvent());
    }

    @Test
    void aStreamDoesNotOutlastTheTimeThatATokenIsBelieved() throws Exception {
        Replica replica = replica();
        Job job = replica.submit(ALICE, new GatedWork());
        FollowJob follow = new FollowJob(
                replica.jobs,
                background,
                config("balise.jobs.follow.poll", "5ms", "balise.jobs.follow.longest", "100ms"));
        List<Optional<Job>> told =
                follow.follow(ALICE, job.id()).collect().asList().await().atMost(Duration.ofSeconds(30));
        assertThat(told)
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event)
                        .hasValueSatisfying(
                                now -> assertThat(now.status().isFinished()).isFalse()));
        assertThat(follow.followers()).isZero();
    }

    @Test
    void resumableWorkOfALostReplicaIsTakenOverByExactlyOneAndEachStepIsDoneOnce() throws Exception {
        CountingWork.Freeze freeze = counting.freezeBefore(4);
        CountingWork.Freeze halfway = counting.freezeBefore(8);
        Replica lost = replica();
        Job job = lost.submit(ALICE, counting, 10);
        freeze.isFrozen();
        lost.beat();
        assertThat(read(job).progress()).isEqualTo(0.3);
        lost.falls();
        sweep();
        Job waiting = read(job);
        assertThat(waiting.status()).isEqualTo(JobStatus.QUEUED);
        assertThat(waiting.startedAt()).isNull();
        assertThat(waiting.progress()).isEqualTo(0.3);

        List<Replica> others = IntStream.range(0, 6).mapToObj(_ -> replica()).toList();
        Uni.join()
                .all(others.stream().map(other -> other.runner.beat()).toList())
                .andFailFast()
                .await()
                .indefinitely();
        halfway.isFrozen();
        assertThat(counting.runs).hasValue(2);

        // While the other is at it, the frozen one goes on in the middle of its step, and cannot commit it.
        freeze.thaw();
        assertThat(freeze.outcome).isInstanceOf(JobCancelledException.class);
        lost.beat();
        assertThat(notes()).containsExactly("n01", "n02", "n03", "n04", "n05", "n06", "n07");
        assertThat(read(job).status()).isEqualTo(JobStatus.RUNNING);

        halfway.thaw();
        Job done = eventually(job, JobStatus.SUCCEEDED);
        assertThat(done.result()).isEqualTo("{\"step\":10}");
        assertThat(counting.runs).hasValue(2);
        assertThat(notes()).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void aReplicaThatDoesNotKnowTheKindLeavesItAlone() throws Exception {
        CountingWork.Freeze freeze = counting.freezeBefore(1);
        Replica lost = replica();
        Job job = lost.submit(ALICE, counting, 1);
        freeze.isFrozen();
        lost.falls();
        sweep();
        Replica ignorant = new Replica(config(), List.of());
        ignorant.beat();
        assertThat(read(job).status()).isEqualTo(JobStatus.QUEUED);
        freeze.thaw();
    }

    @Test
    void workThatKeepsLosingItsReplicasFails() throws Exception {
        List<CountingWork.Freeze> freezes = new ArrayList<>();
        freezes.add(counting.freezeBefore(1));
        Replica replica = replica();
        Job job = replica.submit(ALICE, counting, 1);
        for (int losses = 1; losses <= defaults.mostLosses(); losses++) {
            freezes.getLast().isFrozen();
            assertThat(read(job).status()).isEqualTo(JobStatus.RUNNING);
            replica.falls();
            sweep();
            freezes.add(counting.freezeBefore(1));
            replica = replica();
            replica.beat();
        }
        assertThat(read(job).failure().code()).isEqualTo("REPLICA_LOST");
        for (CountingWork.Freeze freeze : freezes.subList(0, freezes.size() - 1)) {
            freeze.thaw();
        }
        assertThat(notes()).isEmpty();
    }

    @Test
    void aReplicaThatStopsSaysSoOfItsJobsAndLeavesTheResumableOnesToOthers() throws Exception {
        CountingWork.Freeze freeze = counting.freezeBefore(3);
        Replica stopping = replica();
        GatedWork work = new GatedWork();
        GatedWork never = new GatedWork();
        Job running = stopping.submit(ALICE, work);
        Job resumable = stopping.submit(ALICE, counting, 5);
        work.hasBegun();
        freeze.isFrozen();
        Job waiting = stopping.submit(CAROL, never);
        stopping.heartbeat().stop(new ShutdownEvent());
        assertThat(read(running).failure().code()).isEqualTo("REPLICA_STOPPED");
        assertThat(read(waiting).failure().code()).isEqualTo("REPLICA_STOPPED");
        assertThat(read(resumable).status()).isEqualTo(JobStatus.QUEUED);
        assertProblem(CommonProblem.UNAVAILABLE, () -> stopping.submit(ALICE, new GatedWork()));
        work.hasEnded();
        freeze.thaw();

        replica().beat();
        eventually(resumable, JobStatus.SUCCEEDED);
        assertThat(notes()).hasSize(5);
        assertThat(never.begun.getCount()).isEqualTo(1);
    }

    @Test
    void whoBringsOneJobDoesNotWaitForAllOfWhoBroughtTwenty() throws Exception {
        Replica replica = replica("balise.jobs.workers", "1", "balise.jobs.queue-of-one", "20");
        GatedWork first = new GatedWork();
        replica.submit(ALICE, first);
        first.hasBegun();
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 20; i++) {
            replica.submit(ALICE, progress -> order.add("HC"));
        }
        replica.submit(CAROL, progress -> order.add("DND"));
        first.letGo();
        Eventually.holds("all are through", () -> order.size() == 21);
        assertThat(order.indexOf("DND")).isLessThanOrEqualTo(1);
    }

    @Test
    void beyondTheQueueAJobIsRefusedBeforeAnythingIsStored() throws Exception {
        Replica replica =
                replica("balise.jobs.workers", "1", "balise.jobs.queue", "5", "balise.jobs.queue-of-one", "3");
        GatedWork first = new GatedWork();
        replica.submit(ALICE, first);
        first.hasBegun();
        for (int i = 0; i < 3; i++) {
            replica.submit(ALICE, new GatedWork());
        }
        assertFull(() -> replica.submit(ALICE, new GatedWork()));
        // The queue is never all one institution's.
        replica.submit(CAROL, new GatedWork());
        replica.submit(CAROL, new GatedWork());
        assertFull(() -> replica.submit(CAROL, new GatedWork()));
        assertThat(number("select count(*) from job")).isEqualTo(6);
    }

    @Test
    void workAcceptedWithinATransactionBeginsOnceThatIsThrough() throws Exception {
        Replica replica = replica();
        GatedWork work = new GatedWork();
        work.open.countDown();
        AtomicInteger begunWithin = new AtomicInteger();
        Job job = await(() -> scope.write(
                ALICE,
                session -> replica.runner
                        .submit(ALICE, "TEST", work)
                        .call(() -> session.createNativeQuery("select cast(pg_sleep(0.5) as text)", String.class)
                                .getSingleResult())
                        .invoke(() -> begunWithin.set((int) (1 - work.begun.getCount())))
                        .map(Change::nothing)));
        assertThat(begunWithin).hasValue(0);
        eventually(job, JobStatus.SUCCEEDED);
    }

    @Test
    void workAcceptedWithinATransactionThatIsUndoneNeverBegins() throws Exception {
        Replica replica = replica("balise.jobs.queue", "1", "balise.jobs.queue-of-one", "1");
        GatedWork work = new GatedWork();
        assertThat(catchThrowable(() -> await(() -> scope.write(
                        ALICE,
                        session -> replica.runner
                                .submit(ALICE, "TEST", work)
                                .onItem()
                                .failWith(() -> new IllegalStateException("undone"))
                                .map(Change::nothing)))))
                .hasMessage("undone");
        assertThat(number("select count(*) from job")).isZero();
        Eventually.holds("its place is free", () -> replica.accepts(CAROL));
        assertThat(work.begun.getCount()).isEqualTo(1);
    }

    @Test
    void aRowThatItsOwnReplicaDoesNotKnowOfIsNotLeftRunningForEver() throws Exception {
        Replica replica = replica();
        Job own = replica.submit(ALICE, new GatedWork());
        asSuperuser("insert into job (id, institution, kind, owner) values (uuidv7(), 'HC', 'STRANGE', '"
                + replica.runner.id() + "')");
        replica.beat();
        assertThat(text("select status || problem from job where kind = 'STRANGE'"))
                .isEqualTo("FAILEDREPLICA_LOST");
        assertThat(read(own).status().isFinished()).isFalse();
    }

    @Test
    void anEndThatCouldNotBeWrittenIsWrittenOnceTheDatabaseIsBack() throws Exception {
        Replica replica = replica();
        GatedWork work = new GatedWork();
        Job job = replica.submit(ALICE, work);
        work.hasBegun();
        try (Connection superuser = TestPostgres.asSuperuser(DATABASE);
                Statement statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            statement.execute("lock table job in access exclusive mode");
            work.letGo();
            // Of the end itself, and so after it.
            assertThat(catchThrowable(replica::beat)).isInstanceOf(ProblemException.class);
            superuser.rollback();
        }
        assertThat(read(job).status()).isEqualTo(JobStatus.RUNNING);
        replica.beat();
        assertThat(read(job).status()).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void aFinishedJobIsForgottenAfterAWhileAndNoOther() throws Exception {
        Replica replica = replica();
        Job old = eventually(replica.submit(ALICE, progress -> null), JobStatus.SUCCEEDED);
        Job recent = eventually(replica.submit(CAROL, progress -> null), JobStatus.SUCCEEDED);
        GatedWork work = new GatedWork();
        Job running = replica.submit(ALICE, work);
        work.hasBegun();
        asSuperuser(
                "set session_replication_role = replica; update job set finished_at = finished_at - interval '8 days',"
                        + " created_at = created_at - interval '8 days' where id in ('" + old.id() + "', '"
                        + running.id() + "')");
        assertThat(await(() -> store.forget(defaults.forgetAfter(), 100))).isEqualTo(1);
        assertThat(number("select count(*) from job where id = '" + old.id() + "'"))
                .isZero();
        assertThat(read(recent).status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(read(running).status()).isEqualTo(JobStatus.RUNNING);
        assertThat(number("select count(*) from kit.replica where id = '" + replica.runner.id() + "'"))
                .isEqualTo(1);
    }

    @Test
    void whatWorksAcrossInstitutionsLeavesNoSightBehind() throws Exception {
        Job job = eventually(replica().submit(ALICE, progress -> null), JobStatus.SUCCEEDED);
        try (Connection app = TestPostgres.asApp(DATABASE);
                Statement statement = app.createStatement()) {
            app.setAutoCommit(false);
            for (String function : List.of(
                    "kit.release_lost_jobs(interval '1 hour', 3)",
                    "kit.beat(gen_random_uuid())",
                    "kit.claim_jobs(gen_random_uuid(), array ['NONE'], 1)",
                    "kit.forget_jobs(interval '1 hour', 1)",
                    "kit.release_jobs(array [gen_random_uuid()], null, 'REPLICA_LOST', 3)")) {
                statement.execute("select kit.enter('DND', false, false, false)");
                statement.execute("select * from " + function);
                assertThat(number(app, "select count(*) from job")).as(function).isZero();
                assertThat(number(app, "select count(*) from job where id = '" + job.id() + "'"))
                        .isZero();
                app.commit();
            }
            for (String refused : List.of("select kit.widen()", "select kit.narrow(null)", "delete from job")) {
                assertThatThrownBy(() -> statement.execute(refused)).hasMessageContaining("permission denied");
                app.rollback();
            }
        }
    }

    @Test
    void aFinishedJobDoesNotChangeWhoeverTries() throws Exception {
        eventually(replica().submit(ALICE, progress -> null), JobStatus.SUCCEEDED);
        assertThatThrownBy(() -> asSuperuser("update job set status = 'RUNNING'"))
                .hasMessageContaining("a finished job does not change");
    }

    private Replica replica(String... settings) {
        Replica replica = new Replica(config(settings), List.of(counting));
        replicas.add(replica);
        return replica;
    }

    private static JobsConfig config(String... settings) {
        Map<String, String> map = new java.util.HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            map.put(settings[i], settings[i + 1]);
        }
        return new SmallRyeConfigBuilder()
                .withMapping(JobsConfig.class)
                .withConverter(Duration.class, 200, new io.quarkus.runtime.configuration.DurationConverter())
                .withSources(new PropertiesConfigSource(map, "test", 500))
                .build()
                .getConfigMapping(JobsConfig.class);
    }

    private long sweep() {
        return await(() -> store.releaseLost(defaults.lostAfter(), defaults.mostLosses()));
    }

    private Job read(Job job) {
        return await(() -> store.find(caller(job.institution()), job.id()));
    }

    private Job eventually(Job job, JobStatus status) throws Exception {
        Eventually.holds("job is " + status, () -> read(job).status() == status);
        return read(job);
    }

    private <T> T await(Supplier<Uni<T>> work) {
        return background.await(work);
    }

    private static void assertFull(org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
        assertThat(catchThrowable(attempt))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.headers()).containsEntry("Retry-After", "30"));
        assertProblem(JobProblem.JOB_QUEUE_FULL, attempt);
    }

    private static void assertProblem(ProblemType type, org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
        assertThat(catchThrowable(attempt))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat((Object) problem.type()).isEqualTo(type));
    }

    private static Caller caller(String institution, String... roles) {
        return new Caller("b6b0cbc0-0000-4000-8000-000000000000", institution, Set.of(roles));
    }

    private static List<String> notes() throws SQLException {
        try (Connection superuser = TestPostgres.asSuperuser(DATABASE);
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery("select words from note order by words")) {
            List<String> words = new ArrayList<>();
            while (row.next()) {
                words.add(row.getString(1));
            }
            return words;
        }
    }

    private static void asSuperuser(String sql) throws SQLException {
        try (Connection superuser = TestPostgres.asSuperuser(DATABASE);
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(String sql) throws SQLException {
        try (Connection superuser = TestPostgres.asSuperuser(DATABASE)) {
            return number(superuser, sql);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        return Long.parseLong(text(connection, sql));
    }

    private static String text(String sql) throws SQLException {
        try (Connection superuser = TestPostgres.asSuperuser(DATABASE)) {
            return text(superuser, sql);
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** A process, without its timer. */
    private final class Replica {

        final JobRunner runner;
        final Jobs jobs;

        Replica(JobsConfig config, List<ResumableWork<?>> resumable) {
            runner = new JobRunner(UUID.randomUUID(), config, patience, store, background, vertx, resumable);
            jobs = new Jobs(store, runner);
        }

        Job submit(Caller caller, JobWork work) {
            return await(() -> jobs.submit(caller, "TEST", work));
        }

        Job submit(Caller caller, CountingWork work, int steps) {
            return await(() -> jobs.submit(caller, work, new CountingWork.Parameters("n", steps)));
        }

        Heartbeat heartbeat() {
            return new Heartbeat(runner, store, defaults, background, vertx);
        }

        boolean accepts(Caller caller) {
            Throwable refused = catchThrowable(() -> submit(caller, progress -> null));
            return refused == null;
        }

        void beat() {
            runner.beat().await().indefinitely();
        }

        /** Its last heartbeat was too long ago. */
        void falls() throws SQLException {
            asSuperuser(
                    "update kit.replica set seen_at = seen_at - interval '1 minute' where id = '" + runner.id() + "'");
        }
    }
}
