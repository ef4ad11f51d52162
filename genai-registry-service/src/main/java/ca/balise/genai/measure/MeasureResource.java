package ca.balise.genai.measure;

import ca.balise.genai.measure.model.Measure;
import ca.balise.genai.measure.model.MeasureStatus;
import ca.balise.genai.measure.model.MeasureType;
import ca.balise.kit.http.conditional.EntityTagged;
import ca.balise.kit.http.page.Listing;
import ca.balise.kit.http.page.Listing.Filter;
import ca.balise.kit.http.page.PageParameters;
import ca.balise.kit.http.security.CurrentCaller;
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

/** The registered measures over HTTP. */
@Path("/genai-registry/v1/measures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Measures",
        description = "Suspensions, voluntary moratoria and disclosed limited uses, as their texts say them.")
public class MeasureResource {

    private final ListMeasures listMeasures;
    private final ReadMeasure readMeasure;
    private final CurrentCaller caller;

    MeasureResource(ListMeasures listMeasures, ReadMeasure readMeasure, CurrentCaller caller) {
        this.listMeasures = listMeasures;
        this.readMeasure = readMeasure;
        this.caller = caller;
    }

    @GET
    @Authenticated
    @EntityTagged
    @Listing(
            sortedBy = {"id", "instrument", "statusReportedOn"},
            filteredBy = {
                @Filter(name = "type", of = MeasureType.class, description = "Only measures of this type."),
                @Filter(name = "status", of = MeasureStatus.class, description = "Only measures that stand so.")
            })
    @Operation(
            operationId = "listMeasures",
            summary = "Lists the registered measures",
            description =
                    "Oldest registration first, by their instruments, or by the day of their texts. Any valid token will do: the texts are public.")
    @APIResponse(responseCode = "200", description = "A page of measures")
    public Uni<RestResponse<MeasureList>> list(@BeanParam PageParameters page) {
        return listMeasures.list(caller.get(), page.request()).map(found -> page.answer(found, MeasureList::of));
    }

    @GET
    @Path("{id}")
    @Authenticated
    @EntityTagged
    @Operation(operationId = "readMeasure", summary = "Reads one measure")
    @APIResponse(responseCode = "200", description = "The measure")
    public Uni<MeasureBody> read(@Parameter(description = "Id of the measure") @PathParam("id") UUID id) {
        return readMeasure.read(caller.get(), id).map(MeasureBody::of);
    }

    /**
     * A page of measures.
     *
     * @param items the measures, in the order asked for
     */
    public record MeasureList(List<MeasureBody> items) {

        static MeasureList of(List<Measure> measures) {
            return new MeasureList(measures.stream().map(MeasureBody::of).toList());
        }
    }
}
