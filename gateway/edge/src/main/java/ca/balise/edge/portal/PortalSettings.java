package ca.balise.edge.portal;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** How a person signs in from a page of the door. */
@ConfigMapping(prefix = "balise.edge.portal")
public interface PortalSettings {

    /** The realm as a browser reaches it; without one the pages offer no signing in. */
    Optional<URI> issuer();

    /** The public client, authorization code with PKCE, that Swagger UI signs in as. */
    String client();
}
