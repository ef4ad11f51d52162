package ca.balise.kit.store.lease;

import ca.balise.kit.http.problem.FailureLog;
import ca.balise.kit.http.problem.ProblemException;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Looks again and again whether a task is due. When it was last begun, and by whom, is known to the database only: a timer of each
 * replica alone would do everything once a replica.
 */
@Singleton
class Schedule {

    private static final Logger LOG = Logger.getLogger(Schedule.class);

    private final List<ScheduledTask> tasks;
    private final Leases leases;
    private final LeaseConfig config;
    private final Vertx vertx;

    private volatile boolean stopped;

    Schedule(@All List<ScheduledTask> tasks, Leases leases, LeaseConfig config, Vertx vertx) {
        this.tasks = tasks;
        this.leases = leases;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        if (config.scheduled()) {
            tasks.forEach(this::look);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
    }

    private void look(ScheduledTask task) {
        turn(task).subscribe().with(next -> again(task, next), failure -> again(task, config.duration()));
    }

    /**
     * One attempt.
     *
     * @return after how long to look again; fails if the database could not be asked, which is logged where it is noticed
     */
    Uni<Duration> turn(ScheduledTask task) {
        return leases.take(
                        task.name(),
                        config.duration(),
                        task.every(),
                        () -> Uni.createFrom()
                                .deferred(task::run)
                                .onFailure()
                                .invoke(failure -> report(task, failure))
                                // Its turn is over; the next one tries again.
                                .onFailure()
                                .recoverWithNull())
                .map(Leases.Turn::next);
    }

    private void again(ScheduledTask task, Duration wanted) {
        if (stopped) {
            return;
        }
        long millis = Math.max(config.pause().toMillis(), Math.min(config.look().toMillis(), wanted.toMillis()));
        vertx.setTimer(Math.max(1, millis), _ -> {
            if (!stopped) {
                look(task);
            }
        });
    }

    private static void report(ScheduledTask task, Throwable failure) {
        if (failure instanceof ProblemException problem) {
            LOG.warnf(
                    "Scheduled task %s not done: %s",
                    task.name(), problem.type().name());
        } else {
            FailureLog.inBackground("Scheduled task " + task.name(), failure);
        }
    }
}
