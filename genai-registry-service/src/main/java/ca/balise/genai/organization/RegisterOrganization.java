package ca.balise.genai.organization;

import ca.balise.genai.Roles;
import ca.balise.genai.organization.model.Organization;
import ca.balise.genai.organization.model.OrganizationDetails;
import ca.balise.genai.organization.store.OrganizationRepository;
import ca.balise.kit.http.language.Messages;
import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.InstitutionScope;
import ca.balise.kit.store.audit.Change;
import ca.balise.kit.store.audit.ChangeRecord;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Registers a public body: a declarant its own institution's, a reviewer any. */
@ApplicationScoped
public class RegisterOrganization {

    private static final Messages MESSAGES = Messages.of(RegisterOrganization.class);

    private final InstitutionScope scope;
    private final CheckOrganization check;
    private final OrganizationRepository organizations;

    RegisterOrganization(InstitutionScope scope, CheckOrganization check, OrganizationRepository organizations) {
        this.scope = scope;
        this.check = check;
        this.organizations = organizations;
    }

    /**
     * Registers a body.
     *
     * @throws ProblemException 422 with a violation for each member at fault; 403, if the body is another institution's and the
     *     caller no reviewer
     */
    public Uni<Organization> register(Caller caller, @Nullable NewOrganization described) {
        OrganizationDetails details = check.check(described);
        requireOwn(caller, details.institution());
        return scope.write(
                caller, session -> organizations.add(details).map(added -> Change.of(added, registered(added))));
    }

    private static ChangeRecord registered(Organization added) {
        return new ChangeRecord(
                "organization.registered",
                added.details().institution(),
                "organization",
                added.id(),
                Map.of("categories", added.details().categories().size()));
    }

    /** PostgreSQL would refuse the row as well; this says why. */
    private static void requireOwn(Caller caller, String institution) {
        if (!caller.hasRole(Roles.REVIEWER) && !caller.requireInstitution().equals(institution)) {
            throw new ProblemException(CommonProblem.FORBIDDEN)
                    .at("/institution", "OTHER_INSTITUTION", MESSAGES.text("OTHER_INSTITUTION"));
        }
    }
}
