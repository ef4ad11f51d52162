package ca.balise.kit.http.conditional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Tags the answers of {@link EntityTagged} operations. The tag ends in a hash of what is answered, links included: the same record
 * has the same tag on every replica, whoever wrote it and whenever; and a new release that answers with one member more has another
 * tag, which a version number alone would not give. Before the hash stands the version of a record that can be changed
 * ({@link Versioned}), which is all that {@link IfMatch} compares.
 */
public class EntityTagFilter {

    private static final Set<String> READS = Set.of("GET", "HEAD");

    private final ObjectMapper json;

    EntityTagFilter(ObjectMapper json) {
        this.json = json;
    }

    @EntityTagged
    @ServerResponseFilter
    public void tag(ContainerRequestContext request, ContainerResponseContext response) throws JsonProcessingException {
        if (!response.hasEntity() || response.getStatus() >= 300) {
            return;
        }
        var headers = response.getHeaders();
        if (headers.containsKey(HttpHeaders.ETAG)) {
            // An answer that was written, and tagged, before.
            return;
        }
        Object entity = response.getEntity();
        String tag = EntityTag.of(entity, json.writeValueAsBytes(entity), response.getHeaderString(HttpHeaders.LINK));
        headers.putSingle(HttpHeaders.ETAG, tag);
        if (!READS.contains(request.getMethod())) {
            return;
        }
        // The caller may keep the answer, nobody for it, and asks each time whether it still holds.
        headers.putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        headers.add(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
        List<String> known = request.getHeaders().get(HttpHeaders.IF_NONE_MATCH);
        if (known != null && IfNoneMatch.of(String.join(",", known)).names(tag.substring(1, tag.length() - 1))) {
            response.setStatus(304);
            response.setEntity(null);
        }
    }
}
