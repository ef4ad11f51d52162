package ca.balise.kit.store.job;

import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.FailureLog;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.Background;
import ca.balise.kit.store.PatienceConfig;
import ca.balise.kit.store.job.Execution.Hold;
import ca.balise.kit.store.job.JobStore.Held;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One replica at work on jobs: it accepts them, works on them with a few threads of its own, and says in the database how they go on.
 *
 * <p>All that others must know stands in the database, and each change of it names the hold under which it is made. A replica that
 * was too slow to be believed alive therefore harms nothing: its statements find no row any more.
 */
final class JobRunner {

    private static final Logger LOG = Logger.getLogger(JobRunner.class);

    /** A job accepted within a transaction can begin only after it, and nothing tells when that is. */
    private static final Duration NEXT_LOOK = Duration.ofMillis(100);

    /** A result is links and figures; more than that would be data. */
    private static final int MOST_OF_RESULT = 16_384;

    private final UUID id;
    private final JobsConfig config;
    private final Duration longestTransaction;
    private final JobStore store;
    private final Background background;
    private final Vertx vertx;
    private final Map<String, ResumableWork<?>> resumable;
    private final ExecutorService workers;

    private final FairQueue<Execution> queue;
    private final Map<UUID, Execution> held = new HashMap<>();
    private int busy;
    private boolean stopped;

    JobRunner(
            UUID id,
            JobsConfig config,
            PatienceConfig patience,
            JobStore store,
            Background background,
            Vertx vertx,
            Collection<ResumableWork<?>> resumable) {
        this.id = id;
        this.config = config;
        this.longestTransaction = patience.answerWithin().multipliedBy(2);
        this.store = store;
        this.background = background;
        this.vertx = vertx;
        this.resumable = resumable.stream().collect(Collectors.toMap(ResumableWork::kind, Function.identity()));
        this.workers = Executors.newFixedThreadPool(config.workers(), JobRunner::newThread);
        this.queue = new FairQueue<>(config.queue(), config.queueOfOne());
    }

    /** With the class loader of the application, which the thread that happens to ask need not have. */
    private static Thread newThread(Runnable work) {
        Thread thread = Thread.ofPlatform().name("job").daemon().unstarted(work);
        thread.setContextClassLoader(JobRunner.class.getClassLoader());
        return thread;
    }

    UUID id() {
        return id;
    }

    /** Accepts work that ends with this process. */
    Uni<Job> submit(Caller caller, String kind, JobWork work) {
        return Uni.createFrom().deferred(() -> submit(reserve(caller), kind, work));
    }

    /** Accepts work that ends with this process, on a place that was kept for it. */
    Uni<Job> submit(JobPlace place, String kind, JobWork work) {
        return accept(place, kind, null, work);
    }

    /** Accepts work that another replica can take over. */
    <P> Uni<Job> submit(Caller caller, ResumableWork<P> work, P parameters) {
        return Uni.createFrom()
                .deferred(() -> accept(
                        reserve(caller), work.kind(), parameters, progress -> work.run(caller, parameters, progress)));
    }

    private Uni<Job> accept(JobPlace place, String kind, @Nullable Object parameters, JobWork work) {
        return Uni.createFrom().deferred(() -> {
            Caller caller = place.caller();
            Hold hold = new Hold(UuidVersion7Strategy.INSTANCE.generateUuid(null), id, 1);
            Execution execution = new Execution(hold, kind, caller, null, work, store);
            requireRunning();
            place.use();
            hold(execution);
            return store.add(caller, hold, kind, parameters)
                    .onItem()
                    .invoke(() -> enqueue(execution))
                    .onFailure()
                    .invoke(() -> refuse(execution))
                    .onCancellation()
                    .invoke(() -> refuse(execution));
        });
    }

    /** Keeps a place for a job to come. */
    synchronized JobPlace reserve(Caller caller) {
        String institution = caller.requireInstitution();
        requireRunning();
        if (!queue.reserve(institution)) {
            throw new ProblemException(JobProblem.JOB_QUEUE_FULL)
                    .with("Retry-After", Long.toString(config.retryAfter().toSeconds()));
        }
        return new JobPlace(caller, () -> giveBack(institution));
    }

    private synchronized void requireRunning() {
        if (stopped) {
            throw new ProblemException(CommonProblem.UNAVAILABLE).with("Retry-After", "1");
        }
    }

    private synchronized void giveBack(String institution) {
        queue.giveBack(institution);
    }

    /** Before its row is there: a row that nobody here knows of is given back. */
    private synchronized void hold(Execution execution) {
        held.put(execution.job(), execution);
    }

    private void enqueue(Execution execution) {
        synchronized (this) {
            queue.add(execution.institution(), execution);
        }
        dispatch();
    }

    private void refuse(Execution execution) {
        synchronized (this) {
            queue.giveBack(execution.institution());
            held.remove(execution.job());
        }
        execution.work().release();
    }

    private void dispatch() {
        List<Execution> next = new ArrayList<>();
        synchronized (this) {
            while (!stopped && busy < config.workers()) {
                Execution first = queue.poll();
                if (first == null) {
                    break;
                }
                busy++;
                next.add(first);
            }
        }
        next.forEach(this::begin);
    }

    private void begin(Execution execution) {
        background
                .run(() -> store.start(execution))
                .subscribe()
                .with(
                        start -> {
                            switch (start) {
                                case STARTED -> launch(execution);
                                case NOT_YET -> putOff(execution, NEXT_LOOK);
                                case GONE -> drop(execution, true);
                            }
                        },
                        // Logged where it was noticed. The job still waits.
                        failure -> putBack(execution, config.beat()));
    }

    private synchronized void launch(Execution execution) {
        execution.becomeKnown();
        if (!stopped) {
            workers.execute(() -> work(execution));
        }
    }

    /** Its transaction may still be under way, but not for ever. */
    private void putOff(Execution execution, Duration time) {
        if (execution.nanosSinceAccepted() > longestTransaction.toNanos()) {
            drop(execution, true);
        } else {
            putBack(execution, time);
        }
    }

    private void putBack(Execution execution, Duration time) {
        vertx.setTimer(time.toMillis(), _ -> {
            synchronized (this) {
                queue.readmit(execution.institution(), execution);
            }
            dispatch();
        });
        freeWorker();
    }

    private void drop(Execution execution, boolean heldWorker) {
        synchronized (this) {
            held.remove(execution.job(), execution);
        }
        execution.work().release();
        if (heldWorker) {
            freeWorker();
        }
    }

    private void freeWorker() {
        synchronized (this) {
            busy--;
        }
        dispatch();
    }

    private void work(Execution execution) {
        execution.end(outcome(execution));
        // Also of work that never ran, and whatever becomes of the row.
        execution.work().release();
        // Meant for the work that was stopped, not for the next one.
        boolean _ = Thread.interrupted();
        freeWorker();
        writeEnd(execution)
                .subscribe()
                .with(
                        _ -> {},
                        failure -> LOG.warnf(
                                "The end of job %s is written later: %s",
                                execution.job(), failure.getClass().getName()));
    }

    private Outcome outcome(Execution execution) {
        try {
            execution.throwIfCancelled();
            return Outcome.succeeded(result(execution.work().run(execution)));
        } catch (JobCancelledException cancelled) {
            return Outcome.cancelled();
        } catch (ProblemException problem) {
            return Outcome.failed(JobFailure.of(problem));
        } catch (Throwable fault) {
            // Whatever it is, the job has ended, and the thread is needed for the next.
            if (execution.isCancelled()) {
                return Outcome.cancelled();
            }
            FailureLog.inBackground("Job " + execution.job() + " of kind " + execution.kind(), fault);
            return Outcome.failed(JobFailure.of(JobProblem.JOB_FAULT));
        }
    }

    private @Nullable String result(@Nullable Object result) {
        if (result == null) {
            return null;
        }
        String written = store.write(result);
        if (written.length() > MOST_OF_RESULT) {
            throw new IllegalStateException("a result of " + written.length() + " characters is no result but data");
        }
        return written;
    }

    private Uni<Void> writeEnd(Execution execution) {
        Outcome outcome = execution.outcome();
        if (outcome == null || execution.isAbandoned()) {
            drop(execution, false);
            return Uni.createFrom().voidItem();
        }
        return background.run(() -> store.finish(execution, outcome)).invoke(() -> drop(execution, false));
    }

    /** Stops work here at once, where otherwise the next heartbeat would say so. */
    void cancelled(UUID job) {
        Execution execution;
        synchronized (this) {
            execution = held.get(job);
        }
        if (execution != null) {
            execution.cancel();
            forgetIfWaiting(execution);
        }
    }

    private void forgetIfWaiting(Execution execution) {
        boolean waited;
        synchronized (this) {
            waited = queue.removeIf(execution.institution(), waiting -> waiting == execution);
            if (waited) {
                held.remove(execution.job());
            }
        }
        if (waited) {
            execution.work().release();
        }
    }

    /**
     * Says that this replica is there, hears what was decided elsewhere about its jobs, writes down how far they are, and takes jobs
     * that wait for an owner. One call at a time.
     */
    Uni<Void> beat() {
        return Uni.createFrom().deferred(() -> {
            List<Execution> known = held(Execution::isKnown);
            return background
                    .run(() -> store.beat(id))
                    .flatMap(ours -> compare(known, ours))
                    .chain(() -> each(held(execution -> execution.outcome() != null), this::writeEnd))
                    .chain(() -> each(
                            held(execution -> execution.isKnown() && execution.outcome() == null),
                            execution -> background.run(execution::tell)))
                    .chain(this::claim);
        });
    }

    private Uni<Void> compare(List<Execution> known, List<Held> ours) {
        Map<UUID, Held> rows = ours.stream().collect(Collectors.toMap(Held::job, Function.identity()));
        for (Execution execution : known) {
            Held row = rows.get(execution.job());
            if (row == null || row.attempt() != execution.hold().attempt()) {
                execution.abandon();
                forgetIfWaiting(execution);
            }
        }
        List<UUID> strange = new ArrayList<>();
        for (Held row : ours) {
            Execution execution = held(row.job());
            if (execution == null || execution.hold().attempt() != row.attempt()) {
                strange.add(row.job());
                continue;
            }
            execution.becomeKnown();
            if (row.cancelRequested()) {
                execution.cancel();
            }
        }
        return strange.isEmpty()
                ? Uni.createFrom().voidItem()
                : background
                        .run(() -> store.disown(id, strange, config.mostLosses()))
                        .replaceWithVoid();
    }

    private Uni<Void> claim() {
        int most;
        synchronized (this) {
            // No more than can begin soon: another replica may have nothing to do.
            most = stopped || resumable.isEmpty() ? 0 : Math.max(0, config.workers() - queue.taken());
        }
        return most == 0
                ? Uni.createFrom().voidItem()
                : background
                        .run(() -> store.claim(id, resumable.keySet(), most))
                        .invoke(rows -> rows.forEach(this::takeOver))
                        .replaceWithVoid();
    }

    private void takeOver(JobEntity row) {
        ResumableWork<?> work = resumable.get(row.kind);
        if (work == null || row.caller == null || row.parameters == null) {
            throw new IllegalStateException("a job was claimed that cannot be taken over");
        }
        Caller caller = store.read(row.caller, Caller.class);
        Execution execution = new Execution(
                new Hold(row.id, id, row.attempt),
                row.kind,
                caller,
                row.reached,
                resumed(work, caller, row.parameters),
                store);
        execution.becomeKnown();
        synchronized (this) {
            held.put(row.id, execution);
            queue.readmit(execution.institution(), execution);
        }
        LOG.infof("Took over job %s of kind %s", row.id, row.kind);
        dispatch();
    }

    private <P> JobWork resumed(ResumableWork<P> work, Caller caller, String parameters) {
        return progress -> work.run(caller, store.read(parameters, work.parameters()), progress);
    }

    /** Takes no more jobs and gives back those it has; none of its statements finds them any more. */
    Uni<Void> stop() {
        return Uni.createFrom().deferred(() -> {
            synchronized (this) {
                stopped = true;
                held.values().forEach(Execution::abandon);
                workers.shutdownNow();
            }
            return background.run(() -> store.handBack(id)).replaceWithVoid();
        });
    }

    private synchronized @Nullable Execution held(UUID job) {
        return held.get(job);
    }

    private synchronized List<Execution> held(Predicate<Execution> such) {
        return held.values().stream().filter(such).toList();
    }

    private static Uni<Void> each(List<Execution> executions, Function<Execution, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(executions)
                .onItem()
                .transformToUniAndConcatenate(step::apply)
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
