package ca.balise.kit.store.lease;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A task that is found and done because it is there. */
@ApplicationScoped
class DailyTask implements ScheduledTask {

    final AtomicInteger turns = new AtomicInteger();

    @Override
    public String name() {
        return "daily";
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    @Override
    public Uni<Void> run() {
        turns.incrementAndGet();
        return Uni.createFrom().voidItem();
    }

    int turns() {
        return turns.get();
    }
}
