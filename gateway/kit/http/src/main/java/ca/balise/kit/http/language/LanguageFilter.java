package ca.balise.kit.http.language;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says on every answer which language it is written in, and that another could have been asked for. */
public class LanguageFilter {

    @ServerResponseFilter
    public void sayLanguage(ContainerRequestContext request, ContainerResponseContext response) {
        var headers = response.getHeaders();
        if (response.hasEntity() && !headers.containsKey(HttpHeaders.CONTENT_LANGUAGE)) {
            headers.putSingle(
                    HttpHeaders.CONTENT_LANGUAGE,
                    Language.negotiate(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                            .tag());
        }
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }
}
