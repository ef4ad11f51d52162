package ca.balise.genai.determination;

import ca.balise.genai.Roles;
import ca.balise.genai.determination.model.ReasonCode;
import ca.balise.genai.determination.model.RecordedDetermination;
import ca.balise.genai.determination.model.ReplayOutcome;
import ca.balise.genai.determination.model.SuspensionStatus;
import ca.balise.kit.http.conditional.EntityTagged;
import ca.balise.kit.http.page.Listing;
import ca.balise.kit.http.page.Listing.Filter;
import ca.balise.kit.http.page.PageParameters;
import ca.balise.kit.http.problem.Members;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.http.security.CurrentCaller;
import ca.balise.kit.store.idempotency.Idempotent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/** Recorded determinations over HTTP. */
@Path(RecordedDeterminationResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Recorded determinations",
        description = "Determinations kept for good, with what was known and the rules of then.")
public class RecordedDeterminationResource {

    static final String PATH = "/genai-registry/v1/recorded-determinations";

    private final RecordDetermination recordDetermination;
    private final ListRecordedDeterminations listRecorded;
    private final ReadRecordedDetermination readRecorded;
    private final ReplayDetermination replayDetermination;
    private final CurrentCaller caller;

    RecordedDeterminationResource(
            RecordDetermination recordDetermination,
            ListRecordedDeterminations listRecorded,
            ReadRecordedDetermination readRecorded,
            ReplayDetermination replayDetermination,
            CurrentCaller caller) {
        this.recordDetermination = recordDetermination;
        this.listRecorded = listRecorded;
        this.readRecorded = readRecorded;
        this.replayDetermination = replayDetermination;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DECLARANT, Roles.DI})
    @EntityTagged
    @Idempotent
    @Operation(operationId = "recordDetermination", summary = "Judges a case and keeps the answer", description = """
                    As determineSuspension does, by the registered suspension: a what-if is not recorded. The record is your institution’s, \
                    and is never changed or removed.""")
    @APIResponse(
            responseCode = "201",
            description = "The determination, recorded",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RecordedDeterminationBody.class)),
            headers =
                    @Header(
                            name = HttpHeaders.LOCATION,
                            description = "Where it is read",
                            schema = @Schema(implementation = String.class)))
    public Uni<RestResponse<RecordedDeterminationBody>> record(@Nullable DeterminationRequest described) {
        Caller asking = caller.get();
        return recordDetermination
                .record(asking, described)
                .map(recorded -> RestResponse.ResponseBuilder.create(
                                RestResponse.Status.CREATED, body(recorded, asking))
                        .header(HttpHeaders.LOCATION, PATH + "/" + recorded.id())
                        .build());
    }

    @GET
    @RolesAllowed({Roles.DECLARANT, Roles.DI, Roles.REVIEWER, Roles.AUDITOR})
    @EntityTagged
    @Listing(
            sortedBy = {"id", "asOf"},
            filteredBy = {
                @Filter(name = "status", of = SuspensionStatus.class, description = "Only those with this status."),
                @Filter(name = "reasonCode", of = ReasonCode.class, description = "Only those for this reason."),
                @Filter(
                        name = "institution",
                        pattern = Members.CODE_PATTERN,
                        description = "Only those of this institution.",
                        example = "MSSS")
            })
    @Operation(
            operationId = "listRecordedDeterminations",
            summary = "Lists recorded determinations",
            description =
                    "In the order in which they were recorded: your institution’s; a reviewer and an auditor see every institution’s.")
    @APIResponse(responseCode = "200", description = "A page of recorded determinations")
    public Uni<RestResponse<RecordedDeterminationList>> list(@BeanParam PageParameters page) {
        return listRecorded
                .list(caller.get(), page.request())
                .map(found -> page.answer(found, RecordedDeterminationList::of));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Roles.DECLARANT, Roles.DI, Roles.REVIEWER, Roles.AUDITOR})
    @EntityTagged
    @Operation(
            operationId = "readRecordedDetermination",
            summary = "Reads one recorded determination",
            description = "The texts among the facts are shown to its own institution only.")
    @APIResponse(responseCode = "200", description = "The recorded determination")
    public Uni<RecordedDeterminationBody> read(
            @Parameter(description = "Id of the recorded determination") @PathParam("id") UUID id) {
        Caller asking = caller.get();
        return readRecorded.read(asking, id).map(recorded -> body(recorded, asking));
    }

    @POST
    @Path("{id}/replays")
    @RolesAllowed({Roles.DECLARANT, Roles.DI, Roles.REVIEWER, Roles.AUDITOR})
    @Operation(
            operationId = "replayDetermination",
            summary = "Judges a recorded determination again",
            description = "The same facts, day and rules give the same answer, to the letter. Nothing is recorded.")
    @APIResponse(responseCode = "200", description = "What came of it")
    public Uni<ReplayBody> replay(
            @Parameter(description = "Id of the recorded determination") @PathParam("id") UUID id) {
        return replayDetermination.replay(caller.get(), id).map(ReplayBody::of);
    }

    private static RecordedDeterminationBody body(RecordedDetermination recorded, Caller asking) {
        return RecordedDeterminationBody.of(recorded, recorded.institution().equals(asking.institution()));
    }

    /**
     * A page of recorded determinations.
     *
     * @param items the determinations, in the order asked for
     */
    public record RecordedDeterminationList(List<RecordedDeterminationBody.Summary> items) {

        static RecordedDeterminationList of(List<RecordedDetermination> recorded) {
            return new RecordedDeterminationList(
                    recorded.stream().map(RecordedDeterminationBody.Summary::of).toList());
        }
    }

    /**
     * What came of judging a recorded determination again.
     *
     * @param outcome whether the answer is what it was
     * @param rulesetVersion the version of the rules of now
     */
    @Schema(name = "DeterminationReplay")
    public record ReplayBody(ReplayOutcome outcome, String rulesetVersion) {

        static ReplayBody of(ReplayDetermination.Replay replay) {
            return new ReplayBody(replay.outcome(), replay.rulesetVersion());
        }
    }
}
