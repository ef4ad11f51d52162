package ca.balise.kit.store.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it is given, the first time and each time after.
 *
 * @param status its HTTP status
 * @param headers what the operation said in headers, the entity tag and the language
 * @param body its body, written; {@code null} if it has none
 */
record StoredAnswer(
        int status,
        Map<String, List<String>> headers,
        @Nullable String body) {

    private static final JsonMapper JSON = new JsonMapper();

    StoredAnswer {
        headers = new TreeMap<>(headers);
    }

    byte[] write() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be written", e);
        }
    }

    static StoredAnswer read(byte[] written) {
        try {
            return JSON.readValue(written, StoredAnswer.class);
        } catch (IOException e) {
            throw new IllegalStateException("what was written here can be read", e);
        }
    }

    /** The response, the second time. */
    RestResponse<Object> replay() {
        return response().header(IdempotentAnswer.REPLAYED, "true").build();
    }

    /** The response. Its body is a text that is sent as it is. */
    RestResponse.ResponseBuilder<Object> response() {
        RestResponse.ResponseBuilder<Object> response = RestResponse.ResponseBuilder.create(status, null);
        headers.forEach((name, values) -> values.forEach(value -> response.header(name, value)));
        return body == null ? response : response.entity(body);
    }
}
