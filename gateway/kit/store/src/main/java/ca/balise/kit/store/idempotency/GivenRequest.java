package ca.balise.kit.store.idempotency;

import ca.balise.kit.http.security.Caller;
import ca.balise.kit.reasoning.canonical.CanonicalJson;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * A request that may come again, as bytes to be hashed.
 *
 * @param institution code of the caller's institution; empty if there is none
 * @param name canonical JSON of who asks for which operation with which key
 * @param content canonical JSON of what is asked: two bodies that say the same in another order, or with other spaces, are the same
 */
record GivenRequest(String institution, CanonicalJson name, CanonicalJson content) {

    private static final JsonMapper JSON = new JsonMapper();

    static GivenRequest of(Caller caller, String operation, IdempotencyKey key, RoutingContext context) {
        HttpServerRequest request = context.request();
        String institution = Objects.requireNonNullElse(caller.institution(), "");
        return new GivenRequest(
                institution,
                name(caller, operation, key),
                content(
                        request.method().name(),
                        request.path(),
                        Objects.requireNonNullElse(request.query(), ""),
                        GivenBody.of(context)));
    }

    /**
     * A request whose body was streamed.
     *
     * @param name what {@link #name(Caller, String, IdempotencyKey)} made
     * @param parts the name of each part and a hash of its bytes
     */
    static GivenRequest streamed(Caller caller, CanonicalJson name, RoutingContext context, List<String> parts) {
        HttpServerRequest request = context.request();
        return new GivenRequest(
                Objects.requireNonNullElse(caller.institution(), ""),
                name,
                CanonicalJson.of(List.of(
                        request.method().name(),
                        request.path(),
                        Objects.requireNonNullElse(request.query(), ""),
                        "STREAM",
                        parts)));
    }

    /** Who asks for which operation with which key. */
    static CanonicalJson name(Caller caller, String operation, IdempotencyKey key) {
        return CanonicalJson.of(List.of(
                Objects.requireNonNullElse(caller.institution(), ""), caller.subject(), operation, key.value()));
    }

    static CanonicalJson content(String method, String path, String query, byte[] body) {
        try {
            return CanonicalJson.of(List.of(method, path, query, "JSON", JSON.readTree(body)));
        } catch (IOException | IllegalArgumentException notCanonical) {
            // Not JSON, or with a number that has no canonical form: then the bytes themselves.
            return CanonicalJson.of(
                    List.of(method, path, query, "BYTES", Base64.getEncoder().encodeToString(body)));
        }
    }

    /** The number of the lock that is held while the request is under way. Not stored, and so without a key. */
    long lock() {
        return ByteBuffer.wrap(name.hash()).getLong();
    }
}
