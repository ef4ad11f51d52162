package ca.balise.kit.store.trail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which events are asked for; {@code null} lets every one through.
 *
 * @param institution whose record was changed
 * @param action what was done
 * @param entityType the kind of record
 * @param entityId its id
 * @param actor the subject of who did it
 * @param from not before
 * @param to before
 */
record AuditEventFilter(
        @Nullable String institution,
        @Nullable String action,
        @Nullable String entityType,
        @Nullable String entityId,
        @Nullable String actor,
        @Nullable Instant from,
        @Nullable Instant to) {

    static final AuditEventFilter NONE = new AuditEventFilter(null, null, null, null, null, null, null);

    /** As in the events themselves. */
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /** The conditions in SQL, each to be added to those before it; none holds a value. */
    String conditions() {
        var conditions = new StringBuilder();
        values().keySet()
                .forEach(name -> conditions.append(
                        switch (name) {
                            case "from" -> " and e.at >= :from";
                            case "to" -> " and e.at < :to";
                            case "entityType" -> " and e.entity_type = :entityType";
                            case "entityId" -> " and e.entity_id = :entityId";
                            default -> " and e." + name + " = :" + name;
                        }));
        return conditions.toString();
    }

    /** The values of the conditions, by the names of their parameters. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "institution", institution);
        put(values, "action", action);
        put(values, "entityType", entityType);
        put(values, "entityId", entityId);
        put(values, "actor", actor);
        put(values, "from", from == null ? null : INSTANT.format(from));
        put(values, "to", to == null ? null : INSTANT.format(to));
        return values;
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
