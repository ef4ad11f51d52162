package ca.balise.kit.store.secret;

import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.Optional;

/** The keys of a service. None has a default: a service without a key of its own does not start. */
@ConfigMapping(prefix = "balise.keys")
public interface KeyConfig {

    /** The id of the key that is used for what is new. */
    Optional<String> current();

    /**
     * Every key by its id (lower-case letters and digits): 32 random bytes in Base64. To change the current one give the new one to
     * every replica first, beside the old one, and make it current after that.
     */
    Map<String, String> key();
}
