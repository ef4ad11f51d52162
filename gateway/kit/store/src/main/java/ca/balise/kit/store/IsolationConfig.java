package ca.balise.kit.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.Set;

/** Who stands above the institutions. */
@ConfigMapping(prefix = "balise.isolation")
public interface IsolationConfig {

    /** Realm roles whose holders see the records of every institution; what they may do there is asked on the resources. */
    @WithDefault("auditor")
    Set<String> centralRoles();

    /**
     * Realm roles whose holders write the records of every institution, and so see them too. None unless a service says so: to see
     * all is not to write all.
     */
    Optional<Set<String>> writesAllRoles();
}
