package ca.balise.genai.determination;

import ca.balise.kit.http.language.Language;
import ca.balise.kit.http.security.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** Determinations over HTTP. */
@Path("/genai-registry/v1/determinations")
@Tag(
        name = "Determinations",
        description = "Whether a use of generative AI is suspended as of a day, why, and what is missing.")
public class DeterminationResource {

    private final DetermineSuspension determineSuspension;
    private final ExplainDetermination explainDetermination;
    private final CurrentCaller caller;

    DeterminationResource(
            DetermineSuspension determineSuspension, ExplainDetermination explainDetermination, CurrentCaller caller) {
        this.determineSuspension = determineSuspension;
        this.explainDetermination = explainDetermination;
        this.caller = caller;
    }

    @POST
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "determineSuspension",
            summary = "Says whether a use of generative AI is suspended",
            description = """
                    By the rules of IA-RI-2025-001-OP, as of a day. Any valid token will do; nothing of the case is kept. The same case \
                    always has the same answer. Asked for text/html, the answer is a page to read and to print.""")
    @APIResponse(
            responseCode = "200",
            description = "The determination",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = DeterminationAnswer.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class))
            })
    public Uni<DeterminationAnswer> determine(@Nullable DeterminationRequest described) {
        return determineSuspension.determine(caller.get(), described).map(DeterminationAnswer::of);
    }

    /** The same, as a page. JSON is preferred where both are as good to the caller. */
    @POST
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces("text/html;charset=UTF-8;qs=0.5")
    @Operation(hidden = true)
    public Uni<Response> explain(
            @Nullable DeterminationRequest described,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        Language language = Language.negotiate(acceptLanguage);
        return determineSuspension
                .determine(caller.get(), described)
                .map(judged -> Response.ok(explainDetermination.explain(judged, language))
                        .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .header("Content-Security-Policy", explainDetermination.contentPolicy())
                        .header("X-Content-Type-Options", "nosniff")
                        .header("X-Frame-Options", "DENY")
                        .header("Referrer-Policy", "no-referrer")
                        .build());
    }
}
