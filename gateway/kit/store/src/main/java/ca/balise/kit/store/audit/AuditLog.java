package ca.balise.kit.store.audit;

import ca.balise.kit.http.security.Caller;
import ca.balise.kit.reasoning.canonical.CanonicalJson;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Appends to the chain of events, inside the transaction whose changes they record. */
@ApplicationScoped
public class AuditLog {

    /** What a statement carries at most: some hundred kilobytes. */
    private static final int AT_ONCE = 500;

    /** Always six digits of the second, so that texts are in the order of time. */
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final AuditConfig config;
    private final RequestTrace trace;
    private final Clock clock = Clock.systemUTC();

    AuditLog(AuditConfig config, RequestTrace trace) {
        this.config = config;
        this.trace = trace;
    }

    /**
     * What will be appended of a change: canonical JSON. Made while the request is at hand, whose trace identifier it takes.
     *
     * @param caller who did it
     */
    public String contentOf(ChangeRecord change, Caller caller) {
        Map<String, Object> content = new TreeMap<>();
        content.put("id", UuidVersion7Strategy.INSTANCE.generateUuid(null).toString());
        content.put("at", INSTANT.format(clock.instant()));
        content.put("service", config.service());
        content.put("action", change.action());
        content.put("institution", change.institution());
        content.put("actor", actor(caller));
        content.put("entity", Map.of("type", change.entityType(), "id", change.entityId()));
        content.put("data", change.data());
        putIfKnown(content, "traceId", trace.current());
        return CanonicalJson.of(content).text();
    }

    private static Map<String, Object> actor(Caller caller) {
        Map<String, Object> actor = new TreeMap<>();
        actor.put("subject", caller.subject());
        putIfKnown(actor, "institution", caller.institution());
        actor.put("roles", caller.roles().stream().sorted().toList());
        return actor;
    }

    private static void putIfKnown(Map<String, Object> members, String name, @Nullable String value) {
        if (value != null) {
            members.put(name, value);
        }
    }

    /**
     * Appends events as the transaction commits, under the lock by which they get their numbers. This is its last statement: what it
     * would do afterwards could still fail, but not be recorded.
     *
     * @param contents as {@link #contentOf} makes them; none is nothing to do
     */
    public Uni<Void> append(Mutiny.Session session, List<String> contents) {
        if (contents.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<String> now = contents.subList(0, Math.min(AT_ONCE, contents.size()));
        return session.createNativeQuery("select cast(kit.append_audit(:contents) as text)", String.class)
                .setParameter("contents", now.toArray(String[]::new))
                .getSingleResultOrNull()
                .chain(() -> append(session, contents.subList(now.size(), contents.size())));
    }
}
