package ca.balise.genai.organization;

import ca.balise.genai.Roles;
import ca.balise.genai.organization.model.Organization;
import ca.balise.genai.organization.model.OrganizationKind;
import ca.balise.kit.http.conditional.EntityTagged;
import ca.balise.kit.http.conditional.IfMatch;
import ca.balise.kit.http.conditional.RequiresIfMatch;
import ca.balise.kit.http.page.Listing;
import ca.balise.kit.http.page.Listing.Filter;
import ca.balise.kit.http.page.PageParameters;
import ca.balise.kit.http.problem.Members;
import ca.balise.kit.http.security.CurrentCaller;
import ca.balise.kit.store.idempotency.Idempotent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The public bodies over HTTP. */
@Path(OrganizationResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Organizations",
        description = "Public bodies, each with its category under article 2 of the LGGRI, proved and dated.")
public class OrganizationResource {

    static final String PATH = "/genai-registry/v1/organizations";

    private final ListOrganizations listOrganizations;
    private final ReadOrganization readOrganization;
    private final RegisterOrganization registerOrganization;
    private final ReplaceOrganization replaceOrganization;
    private final CurrentCaller caller;

    OrganizationResource(
            ListOrganizations listOrganizations,
            ReadOrganization readOrganization,
            RegisterOrganization registerOrganization,
            ReplaceOrganization replaceOrganization,
            CurrentCaller caller) {
        this.listOrganizations = listOrganizations;
        this.readOrganization = readOrganization;
        this.registerOrganization = registerOrganization;
        this.replaceOrganization = replaceOrganization;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.DECLARANT, Roles.DI, Roles.REVIEWER, Roles.AUDITOR})
    @EntityTagged
    @Listing(
            sortedBy = {"id", "name"},
            filteredBy = {
                @Filter(
                        name = "kind",
                        of = OrganizationKind.class,
                        description = "Only bodies that are, were or will be of this kind."),
                @Filter(
                        name = "institution",
                        pattern = Members.CODE_PATTERN,
                        description = "Only bodies of this institution.",
                        example = "MSSS")
            })
    @Operation(
            operationId = "listOrganizations",
            summary = "Lists public bodies",
            description =
                    "Oldest registration first, or by their French names: your institution’s; a reviewer and an auditor see every institution’s.")
    @APIResponse(responseCode = "200", description = "A page of public bodies")
    public Uni<RestResponse<OrganizationList>> list(@BeanParam PageParameters page) {
        return listOrganizations
                .list(caller.get(), page.request())
                .map(found -> page.answer(found, OrganizationList::of));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.DECLARANT, Roles.DI, Roles.REVIEWER, Roles.AUDITOR})
    @EntityTagged
    @Operation(operationId = "readOrganization", summary = "Reads one public body")
    @APIResponse(responseCode = "200", description = "The public body")
    public Uni<OrganizationBody> read(@Parameter(description = "Id of the public body") @PathParam("id") UUID id) {
        return readOrganization.read(caller.get(), id).map(OrganizationBody::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DECLARANT, Roles.REVIEWER})
    @EntityTagged
    @Idempotent
    @Operation(
            operationId = "registerOrganization",
            summary = "Registers a public body",
            description = "A declarant registers its own institution’s; a reviewer any.")
    @APIResponse(
            responseCode = "201",
            description = "The public body, registered",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OrganizationBody.class)),
            headers =
                    @Header(
                            name = HttpHeaders.LOCATION,
                            description = "Where it is read",
                            schema = @Schema(implementation = String.class)))
    public Uni<RestResponse<OrganizationBody>> register(@Nullable NewOrganization described) {
        return registerOrganization
                .register(caller.get(), described)
                .map(OrganizationBody::of)
                .map(registered -> RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, registered)
                        .header(HttpHeaders.LOCATION, PATH + "/" + registered.id())
                        .build());
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DECLARANT, Roles.REVIEWER})
    @EntityTagged
    @RequiresIfMatch
    @Operation(
            operationId = "replaceOrganization",
            summary = "Replaces what is declared of a public body",
            description =
                    "Whole: what the body leaves out is gone. A declarant replaces its own institution’s; a reviewer any. The institution stays.")
    @APIResponse(responseCode = "200", description = "The public body, as it is now")
    public Uni<OrganizationBody> replace(
            @Parameter(description = "Id of the public body") @PathParam("id") UUID id,
            @BeanParam IfMatch condition,
            @Nullable NewOrganization described) {
        return replaceOrganization
                .replace(caller.get(), id, condition, described)
                .map(OrganizationBody::of);
    }

    /**
     * A page of public bodies.
     *
     * @param items the bodies, in the order asked for
     */
    public record OrganizationList(List<OrganizationBody> items) {

        static OrganizationList of(List<Organization> organizations) {
            return new OrganizationList(
                    organizations.stream().map(OrganizationBody::of).toList());
        }
    }
}
