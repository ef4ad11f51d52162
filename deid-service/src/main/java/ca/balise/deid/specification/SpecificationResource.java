package ca.balise.deid.specification;

import ca.balise.deid.Roles;
import ca.balise.kit.http.conditional.EntityTagged;
import ca.balise.kit.http.conditional.IfMatch;
import ca.balise.kit.http.conditional.RequiresIfMatch;
import ca.balise.kit.http.security.CurrentCaller;
import ca.balise.kit.store.idempotency.Idempotent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Specifications kept for raw uploads. */
@Path("/deid/v1/specifications")
@Tag(name = "Scores", description = "Is this data set fit to be released, and why?")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SpecificationResource {

    private final KeepSpecification keep;
    private final FindSpecification find;
    private final RemoveSpecification remove;
    private final CurrentCaller caller;

    SpecificationResource(
            KeepSpecification keep, FindSpecification find, RemoveSpecification remove, CurrentCaller caller) {
        this.keep = keep;
        this.find = find;
        this.remove = remove;
        this.caller = caller;
    }

    @POST
    @EntityTagged
    @Idempotent
    @RolesAllowed(Roles.ANALYST)
    @Operation(
            operationId = "keepSpecification",
            summary = "Keep a specification, so that raw data can name it. It holds no data.")
    @APIResponseSchema(value = KeptSpecification.class, responseCode = "201")
    public Uni<Response> create(@Nullable Specification specification) {
        return keep.keep(caller.get(), specification)
                .map(kept -> Response.created(URI.create("/deid/v1/specifications/" + kept.id()))
                        .entity(kept)
                        .build());
    }

    @GET
    @EntityTagged
    @Path("/{id}")
    @RolesAllowed({Roles.ANALYST, Roles.APPROVER, Roles.SPECIALIST, Roles.AUDITOR})
    @Operation(operationId = "readSpecification", summary = "A specification of your institution.")
    @APIResponseSchema(KeptSpecification.class)
    @APIResponse(responseCode = "404", description = "None with this identifier, or another institution’s.")
    public Uni<KeptSpecification> get(@Parameter(description = "Id of the specification") @RestPath UUID id) {
        return find.find(caller.get(), id);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.ANALYST)
    @RequiresIfMatch
    @Operation(
            operationId = "removeSpecification",
            summary = "Remove a specification of your institution.",
            description = "A score that has begun with it goes on; a later one that names it finds none.")
    @APIResponse(responseCode = "204", description = "Removed.")
    @APIResponse(responseCode = "404", description = "None with this identifier, or another institution’s.")
    public Uni<RestResponse<Void>> remove(
            @Parameter(description = "Id of the specification") @RestPath UUID id, @BeanParam IfMatch condition) {
        return remove.remove(caller.get(), id, condition).map(_ -> RestResponse.noContent());
    }
}
