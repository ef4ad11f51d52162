package ca.balise.social.lookup;

import ca.balise.kit.http.conditional.EntityTagged;
import ca.balise.kit.http.language.Language;
import ca.balise.social.lookup.LookUpAccount.Answer;
import ca.balise.social.lookup.model.Officialness;
import ca.balise.social.lookup.model.Officialness.Standing;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** Is this account official? Over HTTP, for anybody. */
@Path("/socialmedia/v1/public/accounts")
@Tag(name = "Public look-up", description = "Is this account official? For anybody, without a token.")
public class PublicAccountResource {

    private final LookUpAccount lookUpAccount;
    private final ShowAnswer showAnswer;

    PublicAccountResource(LookUpAccount lookUpAccount, ShowAnswer showAnswer) {
        this.lookUpAccount = lookUpAccount;
        this.showAnswer = showAnswer;
    }

    @GET
    @PermitAll
    @PublicAnswer
    @EntityTagged
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "lookUpAccount",
            summary = "Says whether the account at an address is official",
            description = """
                    OFFICIAL, FORMERLY_OFFICIAL (closed, or elsewhere now) or UNKNOWN; never unofficial, since not to know an account is no \
                    finding about it. An address that only looks like a platform's is UNKNOWN. The answer may be kept for five minutes. \
                    Asked for text/html, it is a page, in the language of ?lang= or of the browser.""")
    @APIResponse(
            responseCode = "200",
            description = "What is said of the address",
            headers = {
                @Header(
                        name = "RateLimit-Limit",
                        description = "Questions a minute",
                        schema = @Schema(type = SchemaType.INTEGER)),
                @Header(
                        name = "RateLimit-Remaining",
                        description = "Questions left now",
                        schema = @Schema(type = SchemaType.INTEGER)),
                @Header(
                        name = "RateLimit-Reset",
                        description = "Seconds until all are there again",
                        schema = @Schema(type = SchemaType.INTEGER))
            },
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = OfficialnessBody.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class))
            })
    @APIResponse(
            responseCode = "429",
            description = "Too many questions",
            headers =
                    @Header(
                            name = "Retry-After",
                            description = "Seconds until the next",
                            schema = @Schema(type = SchemaType.INTEGER)))
    public Uni<OfficialnessBody> lookUp(
            @Parameter(
                            required = true,
                            description = "Its address, in any of the ways in which it is written.",
                            example = "https://www.facebook.com/HealthyCdns")
                    @QueryParam("url")
                    @Nullable
                    String url) {
        return lookUpAccount.lookUp(url).map(OfficialnessBody::of);
    }

    /** The same, as a page. JSON is preferred where both are as good to the caller. */
    @GET
    @PermitAll
    @PublicAnswer
    @EntityTagged
    @Produces("text/html;charset=UTF-8;qs=0.5")
    @Operation(hidden = true)
    public Uni<Response> show(
            @QueryParam("url") @Nullable String url,
            @QueryParam("lang") @Nullable String lang,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        Language language = language(lang, acceptLanguage);
        return lookUpAccount
                .lookUp(url)
                .map(answer -> Response.ok(showAnswer.show(url == null ? "" : url, answer, language))
                        .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                        .header("Content-Security-Policy", showAnswer.contentPolicy())
                        .header("X-Content-Type-Options", "nosniff")
                        .header("X-Frame-Options", "DENY")
                        .header("Referrer-Policy", "no-referrer")
                        .build());
    }

    /** The language that the address asks for, so that a link can choose and be shared, else the browser's. */
    private static Language language(@Nullable String asked, @Nullable String acceptLanguage) {
        for (Language language : Language.values()) {
            if (language.tag().equals(asked)) {
                return language;
            }
        }
        return Language.negotiate(acceptLanguage);
    }

    /** What is said of an address. */
    @Schema(name = "Officialness", description = "What is said of an address.")
    public record OfficialnessBody(
            Standing standing,

            @Schema(format = "uri", description = "The address as it was looked for. Null: no account could have it.")
            @Nullable
            String url,

            @Schema(description = "The account that is there or was. Null: none is known.") @Nullable
            PublicAccountBody account,

            @Schema(format = "uri", description = "Where that account is now, if it went elsewhere.") @Nullable
            String successorUrl) {

        static OfficialnessBody of(Answer answer) {
            Officialness said = answer.officialness();
            return new OfficialnessBody(
                    said.standing(), answer.url(), PublicAccountBody.of(said.account()), said.successorUrl());
        }
    }

    /** What is public of an account. */
    @Schema(name = "PublicAccount", description = "What is public of an account.")
    public record PublicAccountBody(
            String platform,
            String name,

            @Schema(description = "ENGLISH, FRENCH or BILINGUAL. Null: not known.") @Nullable
            String language,

            @Schema(description = "The department that holds it. Null: not known.") @Nullable
            DepartmentName department) {

        static @Nullable PublicAccountBody of(Officialness.@Nullable PublicAccount account) {
            if (account == null) {
                return null;
            }
            String en = account.departmentEn();
            String fr = account.departmentFr();
            return new PublicAccountBody(
                    account.platform(),
                    account.name(),
                    account.language(),
                    en == null || fr == null ? null : new DepartmentName(en, fr));
        }
    }

    /** A department's name in both languages. */
    @Schema(name = "PublicDepartmentName")
    public record DepartmentName(String en, String fr) {}
}
