package ca.balise.kit.http.security;

import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.problem.ProblemWriter;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Set;

/**
 * Bearer tokens as OpenID Connect verifies them (signature, issuer, audience, expiry), with two things of ours: only RS256 and
 * ES256 are accepted, and a refusal is a problem, not an empty 401. While the issuer's keys cannot be had a token is answered 503.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class BearerMechanism implements HttpAuthenticationMechanism {

    private static final Set<String> ALGORITHMS = Set.of("RS256", "ES256");
    private static final long ISSUER_PATIENCE_MILLIS = 5_000;

    private final OidcAuthenticationMechanism oidc;
    private final ProblemWriter problems;

    BearerMechanism(OidcAuthenticationMechanism oidc, ProblemWriter problems) {
        this.oidc = oidc;
        this.problems = problems;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        if (!request.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
            // Anonymous, whether or not the issuer can be reached; nobody without a token makes us try.
            return Uni.createFrom().nullItem();
        }
        return inTime(oidc.authenticate(request, identities), request)
                .onFailure(OIDCException.class)
                .transform(unreachable -> issuerUnavailable())
                .onItem()
                .ifNotNull()
                .invoke(BearerMechanism::requireAlgorithm);
    }

    /** Asking the issuer for its keys has a limit on connecting and none on waiting: one that accepts and says nothing would hold us. */
    private static Uni<SecurityIdentity> inTime(Uni<SecurityIdentity> verified, RoutingContext request) {
        return Uni.createFrom().emitter(answer -> {
            long timer = request.vertx().setTimer(ISSUER_PATIENCE_MILLIS, late -> answer.fail(issuerUnavailable()));
            verified.subscribe()
                    .with(
                            identity -> {
                                request.vertx().cancelTimer(timer);
                                answer.complete(identity);
                            },
                            failure -> {
                                request.vertx().cancelTimer(timer);
                                answer.fail(failure);
                            });
        });
    }

    private static ProblemException issuerUnavailable() {
        return new ProblemException(CommonProblem.UNAVAILABLE).with("Retry-After", "5");
    }

    private static void requireAlgorithm(SecurityIdentity identity) {
        var credential = identity.getCredential(AccessTokenCredential.class);
        if (credential == null
                || !ALGORITHMS.contains(
                        OidcUtils.decodeJwtHeaders(credential.getToken()).getString("alg"))) {
            throw new AuthenticationFailedException("the token is not signed with an accepted algorithm");
        }
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return oidc.getChallenge(request);
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext request) {
        if (!request.response().ended()) {
            problems.answer(ProblemException.unauthenticated(), request);
        }
        return Uni.createFrom().item(true);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return oidc.getCredentialTransport(request);
    }
}
