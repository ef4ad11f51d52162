package ca.balise.kit.store.trail;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One change, as it was recorded.
 *
 * @param sequence its place in the chain
 * @param id its id
 * @param at when it was recorded
 * @param service where
 * @param action what was done
 * @param institution whose record was changed; empty if it is of no institution
 * @param actor who did it
 * @param entity what was changed
 * @param traceId the trace of the request that asked for it; {@code null} if none did
 * @param data what else was recorded of it
 * @param previousHash the hash of the event before
 * @param hash its own
 */
@Schema(
        description =
                "One change. hash is the SHA-256 of previousHash (32 bytes), sequence (8 bytes, the highest first) and the other members as canonical JSON (RFC 8785), so that anybody can verify it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditEvent(
        long sequence,
        UUID id,

        @Schema(description = "Microseconds, always with six digits, UTC.", format = "date-time")
        String at,

        String service,

        @Schema(examples = "organization.registered") String action,

        @Schema(description = "Empty: the record is of no institution, and the event is for all to see.")
        String institution,

        Actor actor,
        Entity entity,

        @Schema(description = "Absent if no request asked for the change.") @Nullable
        String traceId,

        @Schema(type = SchemaType.OBJECT, description = "Ids, codes, dates, versions and counts; nothing of a person.")
        Map<String, Object> data,

        @Schema(description = "64 hexadecimal digits; zeros before the first event.")
        String previousHash,

        @Schema(description = "64 hexadecimal digits.") String hash) {

    /**
     * Who did it.
     *
     * @param subject the subject of the token, an opaque id
     * @param institution the caller's institution, if the token named one
     * @param roles the roles held then
     */
    @Schema(name = "AuditActor")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Actor(String subject, @Nullable String institution, List<String> roles) {}

    /**
     * What was changed.
     *
     * @param type the kind of record
     * @param id its id
     */
    @Schema(name = "AuditEntity")
    public record Entity(String type, String id) {}
}
