package ca.balise.acceptance.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Somebody with a token.
 *
 * @param name to be told apart in a report
 * @param institution whose records it sees
 * @param roles what it may do
 * @param token a token that is valid now
 */
record Caller(String name, String institution, Set<String> roles, Supplier<String> token) {

    /** Roles that see the records of every institution: the reviewer, the principal publisher and the auditor. */
    private static final Set<String> CENTRAL = Set.of("registry-reviewer", "social-publisher", "auditor");

    /** The caller that a token of Keycloak's is about. */
    static Caller of(String name, Supplier<String> token) {
        try {
            JsonNode claims = Contract.JSON.readTree(
                    Base64.getUrlDecoder().decode(token.get().split("\\.")[1]));
            Set<String> roles = new HashSet<>();
            claims.at("/realm_access/roles").forEach(role -> roles.add(role.asText()));
            return new Caller(name, claims.path("institution").asText(), roles, token);
        } catch (IOException e) {
            throw new UncheckedIOException("the token of " + name + " holds no claims", e);
        }
    }

    boolean holdsOneOf(Set<String> some) {
        return !Collections.disjoint(roles, some);
    }

    boolean isCentral() {
        return holdsOneOf(CENTRAL);
    }

    @Override
    public String toString() {
        return name;
    }
}
