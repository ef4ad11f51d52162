package ca.balise.deid.risk;

import ca.balise.deid.DeidProblem;
import ca.balise.deid.Roles;
import ca.balise.deid.intake.RecordSource;
import ca.balise.deid.intake.model.CsvScanner;
import ca.balise.deid.risk.MultipartUpload.Part;
import ca.balise.deid.specification.CheckSpecification;
import ca.balise.deid.specification.CheckSpecification.Checked;
import ca.balise.deid.specification.FindSpecification;
import ca.balise.deid.specification.Specification;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.CurrentCaller;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Encoding;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
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

    private final ScoreDataset score;
    private final CheckSpecification check;
    private final FindSpecification find;
    private final CurrentCaller caller;
    private final ObjectReader specifications;
    private final JsonRows rows;
    private final ScoreLimits limits;

    ScoreResource(
            ScoreDataset score,
            CheckSpecification check,
            FindSpecification find,
            CurrentCaller caller,
            ObjectMapper json,
            ScoreLimits limits) {
        this.score = score;
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
                    description = "CSV, a JSON array of rows, or lines of JSON.")
            Object data) {}

    /** The JSON body on the wire. */
    record ScoreRows(
            @Schema(required = true) Specification specification,

            @Schema(required = true, description = "One object a record, one member a column.")
            List<Map<String, Object>> rows) {}

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Roles.ANALYST, Roles.APPROVER, Roles.SPECIALIST})
    @Operation(
            operationId = "createScore",
            summary = "Measure the re-identification risk of microdata and judge its release",
            description =
                    "The data are scored while they arrive and are never kept. The specification comes before them.")
    @RequestBody(
            required = true,
            description =
                    "Streamed. A specification of at most 262144 bytes; records of at most 1048576 bytes and 1000 columns; tables in memory of at most 134217728 bytes; 15 minutes in all.",
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
                @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING))
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
                            value = "[\"text/csv\", \"application/x-ndjson\"]",
                            parseValue = true))
    public Score scoreForm(InputStream body, @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType)
            throws IOException {
        var parts = MultipartUpload.of(contentType, body);
        Checked specification = check.check(specification(parts.next()), "");
        Part data = parts.next();
        if (data == null) {
            throw new ProblemException(DeidProblem.DATA_MISSING);
        }
        if (!data.name().equals("data")) {
            throw new ProblemException(DeidProblem.UNEXPECTED_PART);
        }
        String type = data.contentType() == null ? CSV : data.contentType();
        Score result = score.score(specification, records(type, data.content(), specification));
        if (parts.next() != null) {
            throw new ProblemException(DeidProblem.UNEXPECTED_PART);
        }
        parts.requireEnd();
        return result;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ANALYST, Roles.APPROVER, Roles.SPECIALIST})
    @Operation(hidden = true)
    public Score scoreRows(InputStream body) throws IOException {
        var upload = JsonUpload.of(rows.factory(), specifications, body, limits.specificationBytes());
        Checked specification = check.check(upload.specification(), JsonUpload.SPECIFICATION_POINTER);
        Score result = score.score(specification, rows.behind(upload.rows(), specification));
        upload.end();
        return result;
    }

    @POST
    @Consumes({CSV, NDJSON})
    @RolesAllowed({Roles.ANALYST, Roles.APPROVER, Roles.SPECIALIST})
    @Operation(hidden = true)
    public Score scoreRaw(
            InputStream body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            @RestQuery("specification") @Nullable UUID id)
            throws Throwable {
        if (id == null) {
            throw new ProblemException(DeidProblem.SPECIFICATION_MISSING);
        }
        var from = caller.get();
        var kept = VertxContextSupport.subscribeAndAwait(() -> find.find(from, id));
        Checked specification = check.check(kept.specification(), "");
        return score.score(specification, records(MultipartUpload.mediaType(contentType), body, specification));
    }

    private Specification specification(@Nullable Part part) throws IOException {
        if (part == null) {
            throw new ProblemException(DeidProblem.SPECIFICATION_MISSING);
        }
        if (!part.name().equals("specification")) {
            throw new ProblemException(
                    part.name().equals("data") ? DeidProblem.SPECIFICATION_FIRST : DeidProblem.UNEXPECTED_PART);
        }
        byte[] content = part.content().readNBytes(limits.specificationBytes() + 1);
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
            case NDJSON -> rows.lines(data, specification);
            case MediaType.APPLICATION_JSON -> rows.array(data, specification);
            default -> throw new ProblemException(DeidProblem.UNSUPPORTED_DATA_TYPE);
        };
    }
}
