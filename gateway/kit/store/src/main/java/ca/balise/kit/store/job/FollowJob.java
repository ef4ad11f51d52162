package ca.balise.kit.store.job;

import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.Background;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Tells how a job goes on, from any replica: the row is read again and again, so that nothing is held for a follower but a timer, and
 * a follower who does not listen is not read for.
 */
@ApplicationScoped
public class FollowJob {

    private static final Logger LOG = Logger.getLogger(FollowJob.class);

    private final Jobs jobs;
    private final Background background;
    private final JobsConfig config;
    private final AtomicInteger followers = new AtomicInteger();

    FollowJob(Jobs jobs, Background background, JobsConfig config) {
        this.jobs = jobs;
        this.background = background;
        this.config = config;
    }

    /** Those who follow a job here and now. */
    int followers() {
        return followers.get();
    }

    /**
     * Makes sure that the job can be followed, as long as that can still be answered with a problem.
     *
     * @throws ProblemException 404, if there is no such job that the caller may see; 503, if too many follow jobs
     */
    void check(Caller caller, UUID id) {
        if (followers.get() >= config.follow().most()) {
            throw new ProblemException(JobProblem.TOO_MANY_FOLLOWERS)
                    .with("Retry-After", Long.toString(config.retryAfter().toSeconds()));
        }
        Job _ = background.await(() -> jobs.read(caller, id));
    }

    /**
     * The job as it is, then each time it has changed, until it is finished; and in between nothing, where there has been nothing to
     * say for so long that somebody on the way might think the connection dead. It may end earlier: who follows comes again then.
     */
    Multi<Optional<Job>> follow(Caller caller, UUID id) {
        return Multi.createFrom().deferred(() -> {
            followers.incrementAndGet();
            var told = new Told(config.follow());
            return Multi.createBy()
                    .repeating()
                    .uni(() -> background.run(() -> jobs.read(caller, id)))
                    .withDelay(config.follow().poll())
                    .whilst(told::goesOnAfter)
                    .onFailure()
                    .invoke(failure -> LOG.debugf(
                            "Following job %s broke off: %s",
                            id, failure.getClass().getName()))
                    // Its beginning was answered: the end of the stream is all that can be said.
                    .onFailure()
                    .recoverWithCompletion()
                    .map(told::next)
                    .filter(Told.Event::isTold)
                    .map(Told.Event::job)
                    .onTermination()
                    .invoke(followers::decrementAndGet);
        });
    }

    /** What one follower has been told, and when. */
    private static final class Told {

        private final JobsConfig.Follow config;
        private final long since = System.nanoTime();
        private long last = since;
        private int revision;

        Told(JobsConfig.Follow config) {
            this.config = config;
        }

        boolean goesOnAfter(Job job) {
            return !job.status().isFinished() && !isOver(since, config.longest());
        }

        Event next(Job job) {
            boolean changed = job.revision() != revision;
            boolean silent = isOver(last, config.heartbeat());
            if (changed || silent) {
                revision = job.revision();
                last = System.nanoTime();
            }
            return new Event(changed || silent, changed ? Optional.of(job) : Optional.empty());
        }

        private static boolean isOver(long begun, Duration time) {
            return System.nanoTime() - begun >= time.toNanos();
        }

        /**
         * What came of one reading.
         *
         * @param isTold whether anything is said at all
         * @param job the job, if it has changed
         */
        record Event(boolean isTold, Optional<Job> job) {}
    }
}
