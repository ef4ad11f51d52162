package ca.balise.edge.access;

import ca.balise.edge.route.FindRoute;
import ca.balise.kit.http.security.DenyByDefault;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * A token passes a guarded path only if it was issued for that route's service: one leaked by a service opens no other. Whether a
 * token is there at all is {@link DenyByDefault}'s question.
 */
@ApplicationScoped
public class RouteAudience implements HttpSecurityPolicy {

    private final FindRoute routes;

    RouteAudience(FindRoute routes) {
        this.routes = routes;
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        String path = request.request().path();
        return DenyByDefault.isGuarded(path)
                ? identity.map(caller -> {
                    requireAudience(caller, path);
                    return CheckResult.PERMIT;
                })
                : CheckResult.permit();
    }

    private void requireAudience(SecurityIdentity caller, String path) {
        boolean otherAudience = routes.of(path)
                .filter(route -> !caller.isAnonymous() && !isFor(caller, route.audience()))
                .isPresent();
        if (otherAudience) {
            throw new AuthenticationFailedException("the token was issued for another service");
        }
    }

    private static boolean isFor(SecurityIdentity caller, String audience) {
        return caller.getPrincipal() instanceof JsonWebToken token
                && token.getAudience() != null
                && token.getAudience().contains(audience);
    }
}
