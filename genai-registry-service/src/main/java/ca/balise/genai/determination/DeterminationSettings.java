package ca.balise.genai.determination;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What can be set about determinations. */
@ConfigMapping(prefix = "balise.determination")
public interface DeterminationSettings {

    /**
     * The key of the hashes of inputs, in Base64, 32 bytes or more. Without one each process draws its own, and hashes of two processes
     * cannot be compared.
     */
    Optional<String> inputHashKey();

    /**
     * How long the registered suspension is taken to be as it was read last: what an officer changes is seen by every replica after at
     * most this long. Each request would otherwise cost a transaction.
     */
    @WithDefault("PT1S")
    Duration suspensionHoldsFor();
}
