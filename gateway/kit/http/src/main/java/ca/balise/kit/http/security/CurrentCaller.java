package ca.balise.kit.http.security;

import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;

/** The caller of the request at hand. */
@RequestScoped
public class CurrentCaller {

    private final SecurityIdentity identity;

    CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Caller get() {
        if (identity.getPrincipal() instanceof OidcJwtCallerPrincipal token) {
            // From the claims themselves: JsonWebToken finds out by a caught exception that a claim is none of the
            // standard ones.
            JwtClaims claims = token.getClaims();
            String institution = claims.getClaimValue("institution") instanceof String code ? code : null;
            return new Caller(token.getSubject(), institution, Set.copyOf(identity.getRoles()));
        }
        throw new IllegalStateException("only an operation that needs a token has a caller");
    }
}
