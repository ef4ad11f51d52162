package ca.balise.kit.store.job;

import ca.balise.kit.store.lease.ScheduledTask;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Looks for the jobs of replicas that are gone. */
@ApplicationScoped
class ReleaseLostJobs implements ScheduledTask {

    private final JobStore store;
    private final JobsConfig config;
    private final Heartbeat heartbeat;

    ReleaseLostJobs(JobStore store, JobsConfig config, Heartbeat heartbeat) {
        this.store = store;
        this.config = config;
        this.heartbeat = heartbeat;
    }

    @Override
    public String name() {
        return "release-lost-jobs";
    }

    @Override
    public Duration every() {
        return config.sweepEvery();
    }

    @Override
    public Uni<Void> run() {
        return heartbeat.isSteady()
                ? store.releaseLost(config.lostAfter(), config.mostLosses()).replaceWithVoid()
                : Uni.createFrom().voidItem();
    }
}
