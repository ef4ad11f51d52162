package ca.balise.kit.http.security;

import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as the verified token says.
 *
 * @param subject the token's subject, an opaque identifier
 * @param institution code of the caller's institution, or {@code null} where the token names none
 * @param roles the realm roles
 */
public record Caller(String subject, @Nullable String institution, Set<String> roles) {

    /**
     * The caller's institution.
     *
     * @throws ProblemException 403 {@code NO_INSTITUTION}: records belong to an institution, and this caller has none
     */
    public String requireInstitution() {
        if (institution == null || institution.isBlank()) {
            throw new ProblemException(CommonProblem.NO_INSTITUTION);
        }
        return institution;
    }

    public boolean hasRole(String role) {
        return roles.contains(role);
    }
}
