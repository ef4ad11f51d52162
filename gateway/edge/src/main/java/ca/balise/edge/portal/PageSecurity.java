package ca.balise.edge.portal;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Tells the browser to be strict with whatever the door answers itself. Transport security is said by what terminates TLS. No opener
 * policy: signing in happens in a window that must be able to come back.
 */
public class PageSecurity {

    @ServerResponseFilter
    public void restrict(ContainerResponseContext response) {
        var headers = response.getHeaders();
        if (!headers.containsKey(ContentPolicy.HEADER)) {
            headers.putSingle(ContentPolicy.HEADER, ContentPolicy.TEXT);
        }
        if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
            // A release changes the pages and the scripts together; the tag makes asking cheap.
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-cache");
        }
        headers.putSingle("X-Content-Type-Options", "nosniff");
        headers.putSingle("X-Frame-Options", "DENY");
        headers.putSingle("Referrer-Policy", "no-referrer");
        headers.putSingle("Cross-Origin-Resource-Policy", "same-origin");
        headers.putSingle("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    }
}
