package ca.balise.kit.store.job;

import ca.balise.kit.http.conditional.EntityTagged;
import ca.balise.kit.http.language.Language;
import ca.balise.kit.http.page.PageParameters;
import ca.balise.kit.http.problem.Problem;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.http.security.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestStreamElementType;

/**
 * The jobs of a service over HTTP. A service adds a subclass that says where: {@code @Path("/deid/v1/jobs")}.
 *
 * <p>Any valid token of the service will do: a job is its institution's, as is what came of it, and may be cancelled by it.
 */
public abstract class JobsResource {

    private static final String TAG = "Jobs";
    private static final String ABOUT = "Long work: how far it is, and what came of it.";

    /** Said on each operation: what is inherited is overlooked by the generator of the contract. */
    private static final String BEARER = "bearer";

    @Inject
    Jobs jobs;

    @Inject
    FollowJob follow;

    @Inject
    CurrentCaller caller;

    @SuppressWarnings("NullAway.Init") // the container fills the fields
    protected JobsResource() {}

    @GET
    @Authenticated
    @EntityTagged
    @Produces(MediaType.APPLICATION_JSON)
    @Tag(name = TAG, description = ABOUT)
    @SecurityRequirement(name = BEARER)
    @Operation(
            operationId = "listJobs",
            summary = "Lists the jobs of your institution",
            description =
                    "Newest first. An auditor sees those of every institution. A finished job is forgotten after a week.")
    @APIResponse(responseCode = "200", description = "A page of jobs")
    public Uni<RestResponse<JobList>> list(@BeanParam PageParameters page, @Context HttpHeaders headers) {
        Language language = language(headers);
        return jobs.list(caller.get(), page.request())
                .map(found -> page.answer(found, items -> JobList.of(items, language)));
    }

    @GET
    @Path("{id}")
    @Authenticated
    @EntityTagged
    @Produces(MediaType.APPLICATION_JSON)
    @Tag(name = TAG, description = ABOUT)
    @SecurityRequirement(name = BEARER)
    @Operation(operationId = "readJob", summary = "Reads one job")
    @APIResponse(responseCode = "200", description = "The job")
    public Uni<JobBody> read(
            @Parameter(description = "Id of the job") @PathParam("id") UUID id, @Context HttpHeaders headers) {
        Language language = language(headers);
        return jobs.read(caller.get(), id).map(job -> JobBody.of(job, language));
    }

    @DELETE
    @Path("{id}")
    @Authenticated
    @Produces(MediaType.APPLICATION_JSON)
    @Tag(name = TAG, description = ABOUT)
    @SecurityRequirement(name = BEARER)
    @Operation(
            operationId = "cancelJob",
            summary = "Cancels a job",
            description =
                    "One that waits is cancelled at once. One that runs is asked to stop and is cancelled when it has, or has"
                            + " succeeded if it was through before. The job stays readable. No If-Match: a job changes by itself, and"
                            + " whoever cancels it means it whatever its progress.")
    @APIResponseSchema(value = JobBody.class, responseCode = "202", responseDescription = "The job as it is now")
    @APIResponse(
            responseCode = "409",
            description = "The job is finished (JOB_FINISHED)",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    public Uni<RestResponse<JobBody>> cancel(
            @Parameter(description = "Id of the job") @PathParam("id") UUID id, @Context HttpHeaders headers) {
        Language language = language(headers);
        return jobs.cancel(caller.get(), id)
                .map(job -> RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, JobBody.of(job, language))
                        .build());
    }

    /** A worker thread looks whether there is such a job: the framework writes the head of a stream before its first event. */
    @GET
    @Path("{id}/events")
    @Authenticated
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    // What stands between would otherwise keep the events until there are enough of them.
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Tag(name = TAG, description = ABOUT)
    @SecurityRequirement(name = BEARER)
    @Operation(
            operationId = "followJob",
            summary = "Follows a job",
            description =
                    "Server-sent events named job: the job as it is, then as it is after each change, until it is finished."
                            + " A comment comes where nothing has changed for a while. A stream lasts 15 minutes at most, and may break off"
                            + " earlier: ask again then, the first event says where the job is. Once its status is final there is nothing"
                            + " more to follow.")
    @APIResponse(
            responseCode = "200",
            description = "Events whose data is a job, as readJob answers it, and whose id grows with each change",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.STRING, implementation = String.class)))
    @APIResponse(
            responseCode = "503",
            description = "Too many callers follow jobs (TOO_MANY_FOLLOWERS)",
            headers =
                    @Header(
                            name = "Retry-After",
                            description = "Seconds to wait.",
                            schema = @Schema(type = SchemaType.INTEGER)),
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    public Multi<OutboundSseEvent> follow(
            @Parameter(description = "Id of the job") @PathParam("id") UUID id,
            @Context Sse sse,
            @Context HttpHeaders headers) {
        Language language = language(headers);
        Caller who = caller.get();
        follow.check(who, id);
        return follow.follow(who, id)
                .map(told -> told.map(job -> sse.newEventBuilder()
                                .id(Integer.toString(job.revision()))
                                .name("job")
                                .data(JobBody.class, JobBody.of(job, language))
                                .build())
                        .orElseGet(() ->
                                sse.newEventBuilder().comment("nothing new").build()));
    }

    private static Language language(HttpHeaders headers) {
        return Language.negotiate(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /**
     * A page of jobs.
     *
     * @param items the jobs, newest first
     */
    public record JobList(List<JobBody> items) {

        static JobList of(List<Job> jobs, Language language) {
            return new JobList(
                    jobs.stream().map(job -> JobBody.of(job, language)).toList());
        }
    }
}
