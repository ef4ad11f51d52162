package ca.balise.kit.store.idempotency;

import ca.balise.kit.http.conditional.EntityTag;
import ca.balise.kit.http.language.Language;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes an answer down as it is given, so that it can be given again byte for byte. */
@ApplicationScoped
class AnswerWriter {

    private final ObjectMapper json;

    AnswerWriter(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The answer, written.
     *
     * @param said its headers
     * @param tagged whether it has an entity tag
     * @param context the request
     */
    StoredAnswer write(
            int status,
            MultivaluedMap<String, String> said,
            @Nullable Object entity,
            boolean tagged,
            RoutingContext context) {
        Map<String, List<String>> headers = new LinkedHashMap<>(said);
        String body = entity == null ? null : written(entity);
        if (entity != null && body != null) {
            String accepted = context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE);
            headers.putIfAbsent(
                    HttpHeaders.CONTENT_LANGUAGE,
                    List.of(Language.negotiate(accepted).tag()));
            if (tagged) {
                String tag =
                        EntityTag.of(entity, body.getBytes(StandardCharsets.UTF_8), said.getFirst(HttpHeaders.LINK));
                headers.put(HttpHeaders.ETAG, List.of(tag));
            }
        }
        return new StoredAnswer(status, headers, body);
    }

    private String written(Object entity) {
        try {
            return json.writeValueAsString(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what an operation answers can be written", e);
        }
    }
}
