package ca.balise.kit.store.job;

import ca.balise.kit.store.lease.ScheduledTask;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Forgets jobs that finished long ago. */
@ApplicationScoped
class ForgetFinishedJobs implements ScheduledTask {

    /** At once: far within the time that a statement may take. */
    private static final int BATCH = 5_000;

    private final JobStore store;
    private final JobsConfig config;

    ForgetFinishedJobs(JobStore store, JobsConfig config) {
        this.store = store;
        this.config = config;
    }

    @Override
    public String name() {
        return "forget-finished-jobs";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public Uni<Void> run() {
        return store.forget(config.forgetAfter(), BATCH)
                .flatMap(forgotten -> forgotten < BATCH ? Uni.createFrom().voidItem() : run());
    }
}
