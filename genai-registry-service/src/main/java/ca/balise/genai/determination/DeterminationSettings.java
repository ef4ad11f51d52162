package ca.balise.genai.determination;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What can be set about determinations. */
@ConfigMapping(prefix = "balise.determination")
public interface DeterminationSettings {

    /**
     * How long the registered suspension is taken to be as it was read last: what an officer changes is seen by every replica after at
     * most this long. Each request would otherwise cost a transaction.
     */
    @WithDefault("PT1S")
    Duration suspensionHoldsFor();
}
