package ca.balise.kit.http.conditional;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Demands {@code If-Match} of each operation that {@link RequiresIfMatch}, before its body is read. */
public class IfMatchFilter {

    @RequiresIfMatch
    @ServerRequestFilter
    public void require(ContainerRequestContext request) {
        List<String> given = request.getHeaders().get(HttpHeaders.IF_MATCH);
        IfMatch.of(given == null ? new String[0] : given.toArray(String[]::new)).require();
    }
}
