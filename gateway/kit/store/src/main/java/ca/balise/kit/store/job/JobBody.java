package ca.balise.kit.store.job;

import ca.balise.kit.http.language.Language;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * A job on the wire.
 *
 * @param id stable, never used again
 * @param kind what is done
 * @param status how far it is
 * @param progress the share that is done; it never falls
 * @param createdAt when it was accepted
 * @param startedAt when its work began
 * @param finishedAt when it ended
 * @param result what came of it, once it has succeeded: links and figures, described where the work is asked for
 * @param problem why it failed, once it has
 */
@Schema(name = "Job", description = "Long work: how far it is, and what came of it. It holds no value of the data.")
public record JobBody(
        UUID id,

        @Schema(description = "What is done.", examples = "SCORE")
        String kind,

        @Schema(description = "QUEUED and RUNNING go on; the others are final.")
        JobStatus status,

        @Schema(description = "The share that is done. It never falls.", minimum = "0", maximum = "1")
        double progress,

        @Schema(description = "When it was accepted.") Instant createdAt,

        @Schema(description = "When its work began; null while it waits.") @Nullable
        Instant startedAt,

        @Schema(description = "When it ended; null before.") @Nullable
        Instant finishedAt,

        @Schema(
                description =
                        "What came of it: links and figures, described where the work is asked for. Null unless it succeeded.",
                type = SchemaType.OBJECT,
                implementation = Object.class)
        @JsonRawValue
        @Nullable
        String result,

        @Schema(description = "Why it failed. Null unless it did.") @Nullable
        Failure problem) {

    /**
     * Why a job failed.
     *
     * @param type stable URN of the kind of problem
     * @param code stable code, never translated
     * @param title the kind, in the caller's language
     * @param detail what happened and what to do, in the caller's language
     */
    @Schema(
            name = "JobFailure",
            description = "The problem that the same work would have been answered with, had somebody waited for it.")
    public record Failure(
            @Schema(description = "Stable URN of the kind of problem.")
            String type,

            @Schema(description = "Stable code, never translated.", examples = "REPLICA_LOST")
            String code,

            @Schema(description = "The kind, in the caller’s language.")
            String title,

            @Schema(description = "What happened and what to do, in the caller’s language.")
            String detail) {

        static Failure of(JobFailure failure, Language language) {
            return new Failure(
                    "urn:balise:problem:"
                            + failure.code().toLowerCase(Locale.ROOT).replace('_', '-'),
                    failure.code(),
                    language.of(failure.title()),
                    language.of(failure.detail()));
        }
    }

    /** The job as a caller of this language reads it. */
    public static JobBody of(Job job, Language language) {
        JobFailure failure = job.failure();
        return new JobBody(
                job.id(),
                job.kind(),
                job.status(),
                job.progress(),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt(),
                job.result(),
                failure == null ? null : Failure.of(failure, language));
    }

    /**
     * The answer of a feature that has begun long work: 202, with the address of the job.
     *
     * @param service what the service's paths begin with, for example {@code /deid/v1}
     */
    public static RestResponse<JobBody> accepted(String service, Job job) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, of(job, Language.EN))
                .location(URI.create(service + "/jobs/" + job.id()))
                .build();
    }
}
