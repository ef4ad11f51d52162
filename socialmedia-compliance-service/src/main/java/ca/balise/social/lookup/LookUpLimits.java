package ca.balise.social.lookup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often anybody may ask, and how long an answer may be kept. */
@ConfigMapping(prefix = "balise.lookup")
public interface LookUpLimits {

    /** Questions a minute from one address: a person's browser asks a handful, a script that goes through a list some hundreds. */
    @WithDefault("600")
    int perMinute();

    /** Addresses that are remembered; the one that asked longest ago is forgotten. Some hundred bytes each. */
    @WithDefault("10000")
    int addresses();

    /** An account that is closed or renamed stays official for so long to who keeps the answer. */
    @WithDefault("5M")
    Duration keep();
}
