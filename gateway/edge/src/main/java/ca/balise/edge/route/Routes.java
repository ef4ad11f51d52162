package ca.balise.edge.route;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.util.Map;

/** The routes as configured: a service is added, moved or removed here and nowhere else. */
@ConfigMapping(prefix = "balise.edge.routes")
public interface Routes {

    /** The routes by name. */
    @WithParentName
    Map<String, Configured> byName();

    /** One route. */
    interface Configured {

        /** First segment of the paths that belong to the service, for example {@code /deid}. */
        String prefix();

        /** Where the service listens: scheme, host and port only, for example {@code http://127.0.0.1:8081}. */
        URI address();

        /** Where it says whether it can serve, on its management port, for example {@code http://127.0.0.1:9081/q/health/ready}. */
        URI readiness();

        /** The audience a token must name to pass under {@code /v1/}. */
        String audience();
    }
}
