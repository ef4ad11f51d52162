package ca.balise.genai.organization;

import ca.balise.genai.organization.model.Organization;
import ca.balise.genai.organization.store.OrganizationRepository;
import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.InstitutionScope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Reads one public body. */
@ApplicationScoped
public class ReadOrganization {

    private final InstitutionScope scope;
    private final OrganizationRepository organizations;

    ReadOrganization(InstitutionScope scope, OrganizationRepository organizations) {
        this.scope = scope;
        this.organizations = organizations;
    }

    /**
     * The body with this id.
     *
     * @throws ProblemException 404, if there is none that the caller may see
     */
    public Uni<Organization> read(Caller caller, UUID id) {
        return scope.read(caller, session -> organizations.withId(id))
                .map(found -> found.orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND)));
    }
}
