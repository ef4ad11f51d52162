package ca.balise.kit.http.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;

/**
 * Everything under {@code /<service>/v1/} but {@code /<service>/v1/public/} needs a valid token, whether it exists or not: a
 * stranger cannot learn which paths are there. Roles are asked on the operations themselves.
 */
@ApplicationScoped
public class DenyByDefault implements HttpSecurityPolicy {

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        return isGuarded(request.normalizedPath())
                ? identity.map(caller -> caller.isAnonymous() ? CheckResult.DENY : CheckResult.PERMIT)
                : CheckResult.permit();
    }

    /**
     * Whether a path needs a token.
     *
     * @param path normalised: dot segments resolved, unreserved characters decoded
     */
    public static boolean isGuarded(String path) {
        List<String> segments = Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
        if (segments.size() < 2 || !withoutParameters(segments.get(1)).equals("v1")) {
            return false;
        }
        return segments.size() == 2 || !segments.get(2).equals("public");
    }

    /** REST ignores matrix parameters when it matches a path, so the guard must too. */
    private static String withoutParameters(String segment) {
        int semicolon = segment.indexOf(';');
        return semicolon < 0 ? segment : segment.substring(0, semicolon);
    }
}
