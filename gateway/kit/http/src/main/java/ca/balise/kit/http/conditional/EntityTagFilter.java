package ca.balise.kit.http.conditional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Tags the answers of {@link EntityTagged} operations. The tag is a hash of what is answered, links included: the same record has
 * the same tag on every replica, whoever wrote it and whenever; and a new release that answers with one member more has another
 * tag, which a version number alone would not give.
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
        String tag = tagOf(response.getEntity(), response.getHeaderString(HttpHeaders.LINK));
        headers.putSingle(HttpHeaders.ETAG, "\"" + tag + "\"");
        if (!READS.contains(request.getMethod())) {
            return;
        }
        // The caller may keep the answer, nobody for it, and asks each time whether it still holds.
        headers.putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        headers.add(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
        List<String> known = request.getHeaders().get(HttpHeaders.IF_NONE_MATCH);
        if (known != null && IfNoneMatch.of(String.join(",", known)).names(tag)) {
            response.setStatus(304);
            response.setEntity(null);
        }
    }

    private String tagOf(Object entity, String link) throws JsonProcessingException {
        MessageDigest digest = sha256();
        digest.update(json.writeValueAsBytes(entity));
        if (link != null) {
            digest.update(link.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
