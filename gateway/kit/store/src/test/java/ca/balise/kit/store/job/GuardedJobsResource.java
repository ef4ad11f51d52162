package ca.balise.kit.store.job;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Stands for any base class that asks for a role on an operation; and begins long work as a feature does. */
abstract class GuardedJobsResource extends JobsResource {

    @Inject
    EchoWork echo;

    @GET
    @Path("guarded")
    @RolesAllowed("deid-analyst")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(operationId = "readGuarded")
    public String guarded() {
        return "you may";
    }

    @POST
    @Path("echoes")
    @RolesAllowed("deid-analyst")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "beginEcho")
    public Uni<RestResponse<JobBody>> echo() {
        return jobs.submit(caller.get(), echo, new EchoWork.Words("/store/v1/echoes/1"))
                .map(job -> JobBody.accepted("/store/v1", job));
    }
}
