package ca.balise.kit.store.trail;

import ca.balise.kit.http.conditional.EntityTagged;
import ca.balise.kit.http.page.PageParameters;
import ca.balise.kit.http.security.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * The record of changes over HTTP, the same in every service: a service has a resource of its own that extends this one and says no
 * more than its path, {@code /<service>/v1/audit-events}.
 */
public abstract class AuditEventOperations {

    private static final String AUDITOR = "auditor";
    private static final String TAG = "Audit";
    private static final String ABOUT =
            "What was changed, when and by whom, in a chain of hashes that shows tampering.";

    @Inject
    ListAuditEvents listAuditEvents;

    @Inject
    ReadAuditEvent readAuditEvent;

    @Inject
    VerifyAuditEvents verifyAuditEvents;

    @Inject
    CurrentCaller caller;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(AUDITOR)
    @EntityTagged
    @Tag(name = TAG, description = ABOUT)
    @Operation(
            operationId = "listAuditEvents",
            summary = "Lists what was changed, by whom",
            description =
                    "In the order in which it was recorded. An event is recorded together with its change, or neither is.")
    @APIResponse(responseCode = "200", description = "A page of events")
    public Uni<RestResponse<AuditEventList>> list(
            @BeanParam AuditEventParameters asked, @BeanParam PageParameters page) {
        return listAuditEvents
                .list(caller.get(), asked.filter(), page.request())
                .map(found -> page.answer(found, AuditEventList::new));
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(AUDITOR)
    @EntityTagged
    @Tag(name = TAG, description = ABOUT)
    @Operation(operationId = "readAuditEvent", summary = "Reads one event")
    @APIResponse(responseCode = "200", description = "The event")
    public Uni<AuditEvent> read(@Parameter(description = "Id of the event") @PathParam("id") UUID id) {
        return readAuditEvent.read(caller.get(), id);
    }

    @POST
    @Path("verifications")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(AUDITOR)
    @Tag(name = TAG, description = ABOUT)
    @Operation(
            operationId = "verifyAuditEvents",
            summary = "Verifies that every event is there as it was recorded",
            description =
                    "Goes through the whole chain of hashes and names the first place where it is broken. Who could rewrite the chain from some event on, and its head, is found out by an anchor: the head of an earlier verification, kept elsewhere.")
    @APIResponse(responseCode = "200", description = "What was found")
    public Uni<Verification> verify(@RequestBody(required = false) @Nullable VerificationRequest request) {
        return verifyAuditEvents.verify(caller.get(), request);
    }

    /**
     * A page of events.
     *
     * @param items the events, in the order in which they were recorded
     */
    public record AuditEventList(List<AuditEvent> items) {}
}
