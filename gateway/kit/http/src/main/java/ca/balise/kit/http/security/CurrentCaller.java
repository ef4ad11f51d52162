package ca.balise.kit.http.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The caller of the request at hand. */
@RequestScoped
public class CurrentCaller {

    private final SecurityIdentity identity;

    CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Caller get() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            String institution = token.getClaim("institution");
            return new Caller(token.getSubject(), institution, Set.copyOf(identity.getRoles()));
        }
        throw new IllegalStateException("only an operation that needs a token has a caller");
    }
}
