package ca.balise.kit.store.lease;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/**
 * Something to be done every so often by one replica, whichever. Any bean that implements it is scheduled.
 *
 * <p>A replica that is cut off from the database may still be at it when another begins: what it does must do no harm twice.
 */
public interface ScheduledTask {

    /** The name of its lease, the same on every replica and for ever; kebab-case. */
    String name();

    /** From the beginning of a turn to that of the next. A turn that takes longer is followed by the next at once. */
    Duration every();

    /**
     * One turn, in transactions of its own. It has no caller: what spans institutions is a function of the database that does this
     * one thing.
     *
     * @return fails if it could not be done; that is logged, and the next turn tries again
     */
    Uni<Void> run();
}
