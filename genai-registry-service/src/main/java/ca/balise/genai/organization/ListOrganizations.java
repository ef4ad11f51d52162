package ca.balise.genai.organization;

import ca.balise.genai.organization.model.Organization;
import ca.balise.genai.organization.store.OrganizationRepository;
import ca.balise.kit.http.page.Page;
import ca.balise.kit.http.page.PageRequest;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.InstitutionScope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Lists the public bodies that the caller may see, a page at a time. */
@ApplicationScoped
public class ListOrganizations {

    private final InstitutionScope scope;
    private final OrganizationRepository organizations;

    ListOrganizations(InstitutionScope scope, OrganizationRepository organizations) {
        this.scope = scope;
        this.organizations = organizations;
    }

    public Uni<Page<Organization>> list(Caller caller, PageRequest request) {
        return scope.read(caller, session -> organizations.list(request));
    }
}
