package ca.balise.kit.store.trail;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A change as it is told to whoever follows the changes: CloudEvents 1.0 with the extensions {@code sequence} and
 * {@code traceparent}, and {@code institution} of our own. Who made it is not told.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md">CloudEvents 1.0.2</a>
 * @param specversion the version of CloudEvents
 * @param id the id of the event, the same as in the audit
 * @param source the service
 * @param type what happened
 * @param subject the kind of record and its id
 * @param time when it was recorded
 * @param datacontenttype the type of {@code data}
 * @param data what else is known of it
 * @param sequence its place among the changes of the service
 * @param institution whose record was changed; empty if it is of no institution
 * @param traceparent the trace of the request that asked for it; {@code null} if none did
 */
@Schema(name = "CloudEvent", description = "A change, as a CloudEvents 1.0 event in JSON.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangeEvent(
        @Schema(enumeration = "1.0") String specversion,

        UUID id,

        @Schema(description = "The service.", format = "uri-reference", examples = "/genai-registry/v1")
        String source,

        @Schema(examples = "ca.balise.genai-registry.organization.registered.v1")
        String type,

        @Schema(
                description = "The kind of record and its id.",
                examples = "organization/0198c5a0-0000-7000-8000-000000000000")
        String subject,

        @Schema(format = "date-time") String time,

        @Schema(enumeration = "application/json") String datacontenttype,

        @Schema(type = SchemaType.OBJECT, description = "Ids, codes, dates, versions and counts; nothing of a person.")
        Map<String, Object> data,

        @Schema(
                description =
                        "Its place among the changes of the service: 19 digits, so that texts are in the same order. Another institution’s changes have places of their own, which leaves gaps.")
        String sequence,

        @Schema(description = "Whose record was changed; empty if it is of no institution.")
        String institution,

        @Schema(description = "Absent if no request asked for the change.") @Nullable
        String traceparent) {

    static ChangeEvent of(AuditEvent event) {
        return new ChangeEvent(
                "1.0",
                event.id(),
                "/" + event.service() + "/v1",
                "ca.balise." + event.service() + "." + event.action() + ".v1",
                event.entity().type() + "/" + event.entity().id(),
                event.at(),
                "application/json",
                event.data(),
                "%019d".formatted(event.sequence()),
                event.institution(),
                event.traceId() == null ? null : traceparent(event.traceId(), event.id()));
    }

    /** The event itself is the span: half of its id is random enough to be one's. Not sampled. */
    private static String traceparent(String traceId, UUID id) {
        return "00-%s-%016x-00".formatted(traceId, id.getLeastSignificantBits());
    }
}
