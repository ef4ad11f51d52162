package ca.balise.edge.portal;

import ca.balise.kit.http.language.Language;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** The landing page: what the suite answers, and how to begin. */
@Path("/")
public class LandingResource {

    private final OfferContracts contracts;
    private final PortalSettings settings;

    LandingResource(OfferContracts contracts, PortalSettings settings) {
        this.contracts = contracts;
        this.settings = settings;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    @Produces("text/html;charset=UTF-8")
    public Response land(
            @QueryParam("lang") @Nullable String asked,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        Language language = PageLanguage.of(asked, acceptLanguage);
        String issuer = settings.issuer().map(URI::toString).orElse("");
        var page = new LandingPage(language.tag(), "/", contracts.all(), issuer);
        return Response.ok(page.setLocale(language.tag()).render())
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .build();
    }
}
