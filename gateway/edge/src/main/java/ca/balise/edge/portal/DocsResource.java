package ca.balise.edge.portal;

import ca.balise.kit.http.language.Language;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** Swagger UI over every contract, and the files that it and the pages are made of. */
@Path("/docs")
public class DocsResource {

    private final OfferContracts contracts;
    private final PortalSettings settings;
    private final PortalFiles files;
    private final String policy;

    DocsResource(OfferContracts contracts, PortalSettings settings, PortalFiles files) {
        this.contracts = contracts;
        this.settings = settings;
        this.files = files;
        this.policy = ContentPolicy.swaggerUi(settings.issuer());
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    @Produces("text/html;charset=UTF-8")
    public Response show(
            @QueryParam("lang") @Nullable String asked,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        Language language = PageLanguage.of(asked, acceptLanguage);
        String issuer = settings.issuer().map(URI::toString).orElse("");
        var page = new DocsPage(language.tag(), "/docs", contracts.all(), issuer, settings.client());
        return Response.ok(page.setLocale(language.tag()).render())
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(ContentPolicy.HEADER, policy)
                .build();
    }

    @GET
    @Path("/{file}")
    @PermitAll
    @Operation(hidden = true)
    public Response file(@PathParam("file") String name, @Context Request request) {
        PortalFiles.Served file = files.named(name).orElseThrow(NotFoundException::new);
        var tag = new EntityTag(file.hash());
        Response.ResponseBuilder held = request.evaluatePreconditions(tag);
        return held != null
                ? held.build()
                : Response.ok(file.content(), file.mediaType())
                        .tag(tag)
                        .header(ContentPolicy.HEADER, policy)
                        .build();
    }
}
