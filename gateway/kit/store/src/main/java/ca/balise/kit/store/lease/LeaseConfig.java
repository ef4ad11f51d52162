package ca.balise.kit.store.lease;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Who does what is scheduled, and when it falls to another. */
@ConfigMapping(prefix = "balise.leases")
public interface LeaseConfig {

    /**
     * Whether this process does scheduled tasks. All replicas may, since one at a time does; a process that runs for one purpose of
     * its own may not.
     */
    @WithDefault("true")
    boolean scheduled();

    /**
     * How long after its holder fell silent a task falls to another replica: longer than a stop of the garbage collector. Also the
     * wait after a look that failed because the database is away.
     */
    @WithDefault("30s")
    Duration duration();

    /**
     * The longest time between two looks at whether a task is due: a lease that was released early, by a task that was stopped or by
     * hand, is then noticed.
     */
    @WithDefault("1m")
    Duration look();

    /** The shortest time between two looks. */
    @WithDefault("1s")
    Duration pause();
}
