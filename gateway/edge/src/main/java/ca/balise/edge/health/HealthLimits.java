package ca.balise.edge.health;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How long the health of the whole waits. */
@ConfigMapping(prefix = "balise.edge.health")
public interface HealthLimits {

    /** The longest wait for one service to say whether it is ready; all are asked at once. */
    Duration timeout();
}
