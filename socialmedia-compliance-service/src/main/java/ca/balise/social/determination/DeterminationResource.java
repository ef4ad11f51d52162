package ca.balise.social.determination;

import ca.balise.kit.determination.DeterminationPages;
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

/** Determinations of accounts over HTTP. */
@Path("/socialmedia/v1/determinations")
@Tag(name = "Determinations", description = "What an official account owes as of a day, why, and what is missing.")
public class DeterminationResource {

    private final DetermineAccount determineAccount;
    private final ExplainAccount explainAccount;
    private final DeterminationPages pages;
    private final CurrentCaller caller;

    DeterminationResource(
            DetermineAccount determineAccount,
            ExplainAccount explainAccount,
            DeterminationPages pages,
            CurrentCaller caller) {
        this.determineAccount = determineAccount;
        this.explainAccount = explainAccount;
        this.pages = pages;
        this.caller = caller;
    }

    @POST
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "determineAccount", summary = "Says what an official account owes", description = """
                    By the rules of PIN-2021-01, as of a day. Any valid token will do; nothing of the account is kept. The same case \
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
        return determineAccount.determine(caller.get(), described).map(DeterminationAnswer::of);
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
        return determineAccount
                .determine(caller.get(), described)
                .map(judged -> pages.answer(explainAccount.explain(judged, language), language));
    }
}
