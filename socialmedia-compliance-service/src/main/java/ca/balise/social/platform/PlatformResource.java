package ca.balise.social.platform;

import ca.balise.kit.http.conditional.EntityTagged;
import ca.balise.kit.http.page.Listing;
import ca.balise.kit.http.page.Listing.Filter;
import ca.balise.kit.http.page.PageParameters;
import ca.balise.kit.http.problem.Members;
import ca.balise.kit.http.security.CurrentCaller;
import ca.balise.social.platform.model.PlatformStanding;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The catalogue of platforms over HTTP. */
@Path("/socialmedia/v1/platforms")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Platforms", description = "Social-media platforms, and what their reviews are worth to a department.")
public class PlatformResource {

    private final ListPlatforms listPlatforms;
    private final ReadPlatform readPlatform;
    private final CurrentCaller caller;

    PlatformResource(ListPlatforms listPlatforms, ReadPlatform readPlatform, CurrentCaller caller) {
        this.listPlatforms = listPlatforms;
        this.readPlatform = readPlatform;
        this.caller = caller;
    }

    @GET
    @Authenticated
    @EntityTagged
    @Listing(
            sortedBy = {"name", "code"},
            filteredBy = {
                @Filter(
                        name = "reviewed",
                        of = Boolean.class,
                        description =
                                "Only platforms of which the catalogue holds a review, under whichever name; or none."),
                @Filter(
                        name = "code",
                        pattern = Members.CODE_PATTERN,
                        description = "Only the platform of this code.",
                        example = "YOUTUBE")
            })
    @Operation(
            operationId = "listPlatforms",
            summary = "Lists the platforms of the catalogue",
            description = "In the order of their names, or of their codes. Any valid token will do.")
    @APIResponse(responseCode = "200", description = "A page of platforms")
    public Uni<RestResponse<PlatformList>> list(@BeanParam PageParameters page) {
        return listPlatforms.list(caller.get(), page.request()).map(found -> page.answer(found, PlatformList::of));
    }

    @GET
    @Path("{id}")
    @Authenticated
    @EntityTagged
    @Operation(operationId = "readPlatform", summary = "Reads one platform")
    @APIResponse(responseCode = "200", description = "The platform")
    public Uni<PlatformBody> read(@Parameter(description = "Id of the platform") @PathParam("id") UUID id) {
        return readPlatform.read(caller.get(), id).map(PlatformBody::of);
    }

    /**
     * A page of platforms.
     *
     * @param items the platforms, in the order asked for
     */
    public record PlatformList(List<PlatformBody> items) {

        static PlatformList of(List<PlatformStanding> platforms) {
            return new PlatformList(platforms.stream().map(PlatformBody::of).toList());
        }
    }
}
