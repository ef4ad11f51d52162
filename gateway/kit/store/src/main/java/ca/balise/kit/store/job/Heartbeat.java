package ca.balise.kit.store.job;

import ca.balise.kit.http.problem.FailureLog;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.store.Background;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/** The life of this process as a replica: it looks for what dead ones left, says again and again that it is there, and says goodbye. */
@Singleton
class Heartbeat {

    private static final Logger LOG = Logger.getLogger(Heartbeat.class);

    /** A process that stops does not wait longer for a database that is away; the others then notice that it is gone. */
    private static final Duration GOODBYE = Duration.ofSeconds(5);

    private final JobRunner runner;
    private final JobStore store;
    private final JobsConfig config;
    private final Background background;
    private final Vertx vertx;

    private volatile boolean stopped;
    private volatile boolean missed;
    private volatile long missedAt;

    Heartbeat(JobRunner runner, JobStore store, JobsConfig config, Background background, Vertx vertx) {
        this.runner = runner;
        this.store = store;
        this.config = config;
        this.background = background;
        this.vertx = vertx;
        this.missedAt = System.nanoTime() - config.lostAfter().toNanos();
    }

    /**
     * Whether this replica's own heartbeats have come through for as long as makes another one lost. While the database is away
     * nobody's come through, and nobody is to be taken for lost who has had no time yet to say otherwise.
     */
    boolean isSteady() {
        return System.nanoTime() - missedAt >= config.lostAfter().toNanos();
    }

    void start(@Observes StartupEvent started) {
        background
                .run(() -> store.releaseLost(config.lostAfter(), config.mostLosses()))
                .subscribe()
                .with(
                        released -> LOG.debugf("Released %d jobs of lost replicas", released),
                        failure -> LOG.warnf(
                                "Jobs of lost replicas are looked for later: %s",
                                failure.getClass().getName()));
        beat();
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
        runner.stop()
                .ifNoItem()
                .after(GOODBYE)
                .fail()
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "Jobs were not given back: %s", failure.getClass().getName()))
                .onFailure()
                .recoverWithNull()
                .await()
                .indefinitely();
    }

    void beat() {
        if (stopped) {
            return;
        }
        Uni<Void> beat = runner.beat();
        beat.subscribe().with(_ -> cameThrough(), this::didNot);
    }

    private void cameThrough() {
        if (missed) {
            missed = false;
            LOG.info("Heartbeats come through again");
        }
        again();
    }

    /** Said once, not at each beat of an outage. */
    private void didNot(Throwable failure) {
        if (!missed) {
            if (failure instanceof ProblemException problem) {
                LOG.warnf("Heartbeats do not come through: %s", problem.type().name());
            } else {
                FailureLog.inBackground("Heartbeat", failure);
            }
        }
        missed = true;
        missedAt = System.nanoTime();
        again();
    }

    private void again() {
        vertx.setTimer(Math.max(1, config.beat().toMillis()), _ -> beat());
    }
}
