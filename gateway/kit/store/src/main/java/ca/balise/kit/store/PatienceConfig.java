package ca.balise.kit.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a request waits for the database. */
@ConfigMapping(prefix = "balise.store")
public interface PatienceConfig {

    /**
     * From asking for a connection to the end of the transaction. A transaction here takes milliseconds, so that five seconds are an
     * outage and not a slow day; and whoever calls is told so while still there, the edge and most clients giving up after 30.
     */
    @WithDefault("5s")
    Duration answerWithin();

    /** What a refused caller is told to wait: about what a restart of PostgreSQL takes. */
    @WithDefault("5s")
    Duration retryAfter();
}
