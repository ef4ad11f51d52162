package ca.balise.deid.risk;

import ca.balise.deid.DeidProblem;
import ca.balise.deid.Roles;
import ca.balise.deid.intake.RecordSource;
import ca.balise.deid.intake.model.CsvScanner;
import ca.balise.deid.intake.parquet.ParquetIntake;
import ca.balise.deid.risk.MultipartUpload.Part;
import ca.balise.deid.specification.CheckSpecification;
import ca.balise.deid.specification.CheckSpecification.Checked;
import ca.balise.deid.specification.FindSpecification;
import ca.balise.deid.specification.Specification;
import ca.balise.kit.http.conditional.EntityTagged;
import ca.balise.kit.http.preference.Preferences;
import ca.balise.kit.http.problem.Problem;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.http.security.CurrentCaller;
import ca.balise.kit.store.idempotency.IdempotentStream;
import ca.balise.kit.store.idempotency.StreamedRequest;
import ca.balise.kit.store.idempotency.StreamedRequests;
import ca.balise.kit.store.job.JobBody;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Encoding;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Scores a data set while it arrives: a form with a specification and data, JSON rows, or a raw body that names a stored
 * specification. Each runs on a worker thread, which reads the body as fast as it can measure; nothing of it reaches a disk.
 */
@Path("/deid/v1/scores")
@Tag(name = "Scores")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ScoreResource {

    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";
    private static final String PARQUET = "application/vnd.apache.parquet";

    private static final String OPERATION = "createScore";

    private final ScoreDataset score;
    private final ScoreInBackground background;
    private final StreamedRequests requests;
    private final KeptScores kept;
    private final ParquetIntake parquet;
    private final CheckSpecification check;
    private final FindSpecification find;
    private final CurrentCaller caller;
    private final ObjectReader specifications;
    private final JsonRows rows;
    private final ScoreLimits limits;

    ScoreResource(
            ScoreDataset score,
            ScoreInBackground background,
            StreamedRequests requests,
            KeptScores kept,
            ParquetIntake parquet,
            CheckSpecification check,
            FindSpecification find,
            CurrentCaller caller,
            ObjectMapper json,
            ScoreLimits limits) {
        this.score = score;
        this.background = background;
        this.requests = requests;
        this.kept = kept;
        this.parquet = parquet;
        this.check = check;
        this.find = find;
        this.caller = caller;
        // Rows may follow a specification: tokens after it are no mistake.
        this.specifications =
                json.readerFor(Specification.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.rows = new JsonRows(score.limits().recordBytes());
        this.limits = limits;
    }

    /** The form on the wire: two parts, in this order. */
    @Schema(description = "Two parts, in this order.")
    record ScoreForm(
            @Schema(required = true) Specification specification,

            @Schema(
                    required = true,
                    type = SchemaType.STRING,
                    format = "binary",
                    description = "CSV, Parquet, a JSON array of rows, or lines of JSON.")
            Object data) {}

    /** The JSON body on the wire. */
    record ScoreRows(
            @Schema(required = true) Specification specification,

            @Schema(required = true, description = "One object a record, one member a column.")
            List<Map<String, Object>> rows) {}

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @IdempotentStream
    @RolesAllowed({Roles.ANALYST, Roles.APPROVER, Roles.SPECIALIST})
    @Operation(
            operationId = OPERATION,
            summary = "Measure the re-identification risk of microdata and judge its release",
            description =
                    "The data are scored while they arrive and are never kept. The specification comes before them.")
    @RequestBody(
            required = true,
            description =
                    "Streamed. A specification of at most 262144 bytes; records of at most 1048576 bytes and 1000 columns; tables in memory of at most 67108864 bytes; 2147483648 bytes of data and 15 minutes in all, or with Prefer: respond-async an hour to read them. Parquet of at most 134217728 bytes, flat columns only.",
            content = {
                @Content(
                        mediaType = MediaType.MULTIPART_FORM_DATA,
                        schema = @Schema(implementation = ScoreForm.class),
                        encoding = {
                            @Encoding(name = "specification", contentType = MediaType.APPLICATION_JSON),
                            @Encoding(name = "data", contentType = CSV)
                        }),
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ScoreRows.class)),
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = PARQUET, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @Parameter(
            name = "specification",
            in = ParameterIn.QUERY,
            description =
                    "Identifier of a stored specification; required with a raw body, which holds data only, and refused with the other two.",
            example = "019b76da-a800-7631-8876-a602c58ed0db",
            schema = @Schema(type = SchemaType.STRING, format = "uuid"),
            extensions =
                    @Extension(
                            name = "x-required-with",
                            value = "[\"text/csv\", \"application/x-ndjson\", \"application/vnd.apache.parquet\"]",
                            parseValue = true))
    @Parameter(
            name = Preferences.HEADER,
            in = ParameterIn.HEADER,
            description =
                    "respond-async (RFC 7240): answer 202 with a job once the data have been read; the job measures them, and its result is the first figures (verdict, records, cells, smallestCell, uniqueRecords, minimumCellSize, cellsBelowMinimum, recordsBelowMinimum) and score, the path of the score, which can be read as long as the job can.",
            example = Preferences.RESPOND_ASYNC,
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "The score",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Score.class)))
    @APIResponse(
            responseCode = "202",
            description =
                    "The data have been read; a job measures them. Only where Prefer asks for it. Its result holds score (the path of the score, which can be read as long as the job can), verdict and the first figures: records, cells, smallestCell, uniqueRecords, minimumCellSize, cellsBelowMinimum, recordsBelowMinimum.",
            headers = {
                @Header(
                        name = HttpHeaders.LOCATION,
                        description = "Path of the job.",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = Preferences.APPLIED,
                        description = "respond-async",
                        schema = @Schema(type = SchemaType.STRING))
            },
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = JobBody.class)))
    @APIResponse(
            responseCode = "413",
            description =
                    "Larger than is scored while the caller waits (TOO_LARGE_TO_WAIT_FOR: send Prefer: respond-async), or than is taken at all")
    @APIResponse(
            responseCode = "503",
            description = "No place is free (TOO_MANY_SCORES, JOB_QUEUE_FULL, PARQUET_MEMORY_FULL)",
            headers =
                    @Header(
                            name = HttpHeaders.RETRY_AFTER,
                            description = "Seconds to wait.",
                            schema = @Schema(type = SchemaType.INTEGER)),
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(ref = "Problem")))
    public RestResponse<Object> scoreForm(InputStream body, @Context HttpHeaders headers) throws IOException {
        return answer(headers, body, (timed, wire) -> {
            var parts = MultipartUpload.of(headers.getHeaderString(HttpHeaders.CONTENT_TYPE), timed);
            Checked specification = check.check(specification(parts.next(), wire), "");
            Part data = parts.next();
            if (data == null) {
                throw new ProblemException(DeidProblem.DATA_MISSING);
            }
            if (!data.name().equals("data")) {
                throw new ProblemException(DeidProblem.UNEXPECTED_PART);
            }
            String type = data.contentType() == null ? CSV : data.contentType();
            RecordSource records = records(type, wire.part("data " + type, data.content()), specification);
            return new Upload(specification, sink -> {
                records.feed(sink);
                if (parts.next() != null) {
                    throw new ProblemException(DeidProblem.UNEXPECTED_PART);
                }
                parts.requireEnd();
            });
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ANALYST, Roles.APPROVER, Roles.SPECIALIST})
    @Operation(hidden = true)
    public RestResponse<Object> scoreRows(InputStream body, @Context HttpHeaders headers) throws IOException {
        return answer(headers, body, (timed, wire) -> {
            var upload = JsonUpload.of(
                    rows.factory(), specifications, wire.part("rows", timed), limits.specificationBytes());
            Checked specification = check.check(upload.specification(), JsonUpload.SPECIFICATION_POINTER);
            RecordSource records = rows.behind(upload.rows(), specification);
            return new Upload(specification, sink -> {
                records.feed(sink);
                upload.end();
            });
        });
    }

    @POST
    @Consumes({CSV, NDJSON, PARQUET})
    @RolesAllowed({Roles.ANALYST, Roles.APPROVER, Roles.SPECIALIST})
    @Operation(hidden = true)
    public RestResponse<Object> scoreRaw(
            InputStream body, @Context HttpHeaders headers, @RestQuery("specification") @Nullable UUID id)
            throws IOException {
        if (id == null) {
            throw new ProblemException(DeidProblem.SPECIFICATION_MISSING);
        }
        var from = caller.get();
        return answer(headers, body, (timed, wire) -> {
            var described = ScoreInBackground.await(find.find(from, id));
            Checked specification = check.check(described.specification(), "");
            String type = MultipartUpload.mediaType(headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
            return new Upload(specification, records(type, wire.part("data " + type, timed), specification));
        });
    }

    @GET
    @Path("/{id}")
    @EntityTagged
    @NonBlocking
    @RolesAllowed({Roles.ANALYST, Roles.APPROVER, Roles.SPECIALIST, Roles.AUDITOR})
    @Operation(
            operationId = "readScore",
            summary = "A score of your institution that a job made",
            description = "It can be read as long as its job can.")
    @APIResponseSchema(Score.class)
    @APIResponse(responseCode = "404", description = "None with this identifier, or another institution’s.")
    public Uni<String> get(@Parameter(description = "Id of the score") @RestPath UUID id) {
        return kept.find(caller.get(), id);
    }

    /** Opens a body, each part of it through the wire. */
    private interface Body {
        Upload open(InputStream timed, Wire wire) throws IOException;
    }

    /** What stands between a body and its reader. */
    private interface Wire {
        InputStream part(String name, InputStream content);
    }

    private RestResponse<Object> answer(HttpHeaders headers, InputStream content, Body body) throws IOException {
        Caller from = caller.get();
        if (!Preferences.respondAsync(headers.getRequestHeader(Preferences.HEADER))) {
            if (statedLength(headers) > limits.synchronousBytes()) {
                throw BoundedData.tooLarge(limits.synchronousBytes());
            }
            var timed = new TimedBody(content, limits.timeLimit());
            return RestResponse.ok(score.score(
                    from, () -> body.open(timed, (_, part) -> new BoundedData(part, limits.synchronousBytes()))));
        }
        try (StreamedRequest request = ScoreInBackground.await(requests.begin(from, OPERATION))) {
            var timed = new TimedBody(content, limits.backgroundTimeLimit());
            return background.accept(from, request, () -> body.open(timed, request::reading));
        }
    }

    /** As a long, which {@link HttpHeaders#getLength()} is not; -1 where the body is sent in chunks. The server has checked it. */
    private static long statedLength(HttpHeaders headers) {
        String stated = headers.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return stated == null ? -1 : Long.parseLong(stated.strip());
    }

    private Specification specification(@Nullable Part part, Wire wire) throws IOException {
        if (part == null) {
            throw new ProblemException(DeidProblem.SPECIFICATION_MISSING);
        }
        if (!part.name().equals("specification")) {
            throw new ProblemException(
                    part.name().equals("data") ? DeidProblem.SPECIFICATION_FIRST : DeidProblem.UNEXPECTED_PART);
        }
        byte[] content = wire.part("specification", part.content()).readNBytes(limits.specificationBytes() + 1);
        if (content.length > limits.specificationBytes()) {
            throw new ProblemException(DeidProblem.SPECIFICATION_TOO_LARGE, limits.specificationBytes());
        }
        Specification specification = specifications
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .readValue(content);
        if (specification == null) {
            throw new ProblemException(DeidProblem.SPECIFICATION_MISSING);
        }
        return specification;
    }

    private RecordSource records(String mediaType, InputStream data, Checked specification) throws IOException {
        return switch (mediaType) {
            case CSV -> sink -> CsvScanner.scan(data, specification.dialect(), score.limits(), sink);
            case PARQUET -> parquet.records(data, score.limits());
            case NDJSON -> rows.lines(data, specification);
            case MediaType.APPLICATION_JSON -> rows.array(data, specification);
            default -> throw new ProblemException(DeidProblem.UNSUPPORTED_DATA_TYPE);
        };
    }
}
