package ca.balise.kit.store.idempotency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long answers are kept for a request that comes again. */
@ConfigMapping(prefix = "balise.idempotency")
public interface IdempotencyConfig {

    /** The contract says a day: longer than a caller's night, and what is kept is sealed. */
    @WithDefault("24h")
    Duration keep();

    /** Answers forgotten in one transaction. */
    @WithDefault("1000")
    int forgetAtOnce();
}
