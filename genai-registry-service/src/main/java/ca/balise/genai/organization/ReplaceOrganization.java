package ca.balise.genai.organization;

import ca.balise.genai.organization.model.Organization;
import ca.balise.genai.organization.model.OrganizationDetails;
import ca.balise.genai.organization.store.OrganizationRepository;
import ca.balise.kit.http.conditional.IfMatch;
import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.InstitutionScope;
import ca.balise.kit.store.audit.Change;
import ca.balise.kit.store.audit.ChangeRecord;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Replaces what is declared of a public body, whole: a declarant its own institution's, a reviewer any. */
@ApplicationScoped
public class ReplaceOrganization {

    private final InstitutionScope scope;
    private final CheckOrganization check;
    private final OrganizationRepository organizations;

    ReplaceOrganization(InstitutionScope scope, CheckOrganization check, OrganizationRepository organizations) {
        this.scope = scope;
        this.check = check;
        this.organizations = organizations;
    }

    /**
     * Replaces a body.
     *
     * @throws ProblemException 422 with a violation for each member at fault, the institution among them if it is another one than
     *     before; 404, if the caller may see no such body; 412, if it changed since the caller read it
     */
    public Uni<Organization> replace(Caller caller, UUID id, IfMatch condition, @Nullable NewOrganization described) {
        OrganizationDetails details = check.check(described);
        return scope.write(
                caller,
                session -> organizations
                        .withIdLocked(id)
                        .invoke(found -> requireReplaceable(found, condition, details))
                        .chain(() -> organizations.replace(id, details))
                        .map(replaced -> Change.of(replaced, record(replaced))));
    }

    private static ChangeRecord record(Organization replaced) {
        return new ChangeRecord(
                "organization.replaced",
                replaced.details().institution(),
                "organization",
                replaced.id(),
                Map.of("version", replaced.version()));
    }

    private void requireReplaceable(Optional<Organization> found, IfMatch condition, OrganizationDetails details) {
        Organization organization = found.orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
        condition.check(organization.version());
        if (!organization.details().institution().equals(details.institution())) {
            throw check.fault("/institution", "INSTITUTION_CHANGED");
        }
    }
}
