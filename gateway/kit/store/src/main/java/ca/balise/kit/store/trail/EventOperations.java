package ca.balise.kit.store.trail;

import ca.balise.kit.http.conditional.EntityTagged;
import ca.balise.kit.http.page.PageParameters;
import ca.balise.kit.http.security.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The feed of changes over HTTP, the same in every service: a service has a resource of its own that extends this one and says no
 * more than its path, {@code /<service>/v1/events}.
 */
public abstract class EventOperations {

    @Inject
    ListChanges listChanges;

    @Inject
    CurrentCaller caller;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Authenticated
    @EntityTagged
    @Tag(name = "Events", description = "What changed, for whoever follows the changes.")
    @Operation(
            operationId = "listEvents",
            summary = "Lists what changed, from a place on",
            description =
                    "Changes of your institution’s records and of those that belong to none, in the order in which they were made; central roles see every institution’s. To follow the changes, ask again at the address of the Link header: no change is missed, and none comes twice.")
    @APIResponse(
            responseCode = "200",
            description = "A page of changes, empty if there is none yet",
            headers =
                    @Header(
                            name = HttpHeaders.LINK,
                            description =
                                    "Where to go on, rel=\"next\", relative to the address asked. Always there, on an empty page too.",
                            schema = @Schema(implementation = String.class)))
    public Uni<RestResponse<EventList>> list(@BeanParam PageParameters page) {
        return listChanges.list(caller.get(), page.request()).map(found -> page.answer(found, EventList::new));
    }

    /**
     * A page of changes.
     *
     * @param items the changes, in order
     */
    public record EventList(List<ChangeEvent> items) {}
}
