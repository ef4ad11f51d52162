package ca.balise.social.retention;

import ca.balise.kit.determination.DeterminationPages;
import ca.balise.kit.http.language.Language;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.NonBlocking;
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

/** Determinations of retention over HTTP. Nothing is read to make one, so that none waits for anything. */
@Path("/socialmedia/v1/retention-determinations")
@NonBlocking
@Tag(name = "Retention", description = "How long a record of an official account is kept, and when it may or must go.")
public class RetentionResource {

    private final DetermineRetention determineRetention;
    private final ExplainRetention explainRetention;
    private final DeterminationPages pages;

    RetentionResource(
            DetermineRetention determineRetention, ExplainRetention explainRetention, DeterminationPages pages) {
        this.determineRetention = determineRetention;
        this.explainRetention = explainRetention;
        this.pages = pages;
    }

    @POST
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "determineRetention", summary = "Says how long a record is kept", description = """
                    By PIN-2021-01 question 11, as of a day. Any valid token will do; nothing of the record is kept. The same case \
                    always has the same answer. Asked for text/html, the answer is a page to read and to print.""")
    @APIResponse(
            responseCode = "200",
            description = "The determination",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = RetentionAnswer.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class))
            })
    public RetentionAnswer determine(@Nullable RetentionRequest described) {
        return RetentionAnswer.of(determineRetention.determine(described));
    }

    /** The same, as a page. JSON is preferred where both are as good to the caller. */
    @POST
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces("text/html;charset=UTF-8;qs=0.5")
    @Operation(hidden = true)
    public Response explain(
            @Nullable RetentionRequest described,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        Language language = Language.negotiate(acceptLanguage);
        return pages.answer(explainRetention.explain(determineRetention.determine(described), language), language);
    }
}
