package ca.balise.kit.store.trail;

import ca.balise.kit.store.audit.ChainedEvent;
import ca.balise.kit.store.audit.Link;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** Reads the recorded events, inside the transaction of a use case, which decides whose are seen. */
@ApplicationScoped
class AuditTrail {

    private static final String COLUMNS =
            "select e.sequence, encode(e.previous_hash, 'hex'), encode(e.hash, 'hex'), e.content";

    /** A release that recorded more must not keep one that knows less from reading. */
    private static final ObjectReader CONTENT = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(Content.class);

    /** The members of an event's content. */
    private record Content(
            UUID id,
            String at,
            String service,
            String action,
            String institution,
            AuditEvent.Actor actor,
            AuditEvent.Entity entity,
            @Nullable String traceId,
            Map<String, Object> data) {}

    /**
     * The ends of the chain, all as of one moment.
     *
     * @param head the last event appended
     * @param checkpoint the last event retired; number zero if none was
     * @param stray the first number of an event outside these ends, where there can be none; {@code null} if there is none
     * @param complete whether the transaction sees the events of every institution
     */
    record Ends(Link head, Link checkpoint, @Nullable Long stray, boolean complete) {}

    Uni<Ends> ends(Mutiny.Session session) {
        return session.createNativeQuery(
                        "select h.sequence, encode(h.hash, 'hex'), c.sequence, encode(c.hash, 'hex'),"
                                + " coalesce((select min(e.sequence) from kit.audit_event e where e.sequence <= c.sequence),"
                                + " (select min(e.sequence) from kit.audit_event e where e.sequence > h.sequence)),"
                                + " coalesce(current_setting('app.sees_all', true), '') = 'true'"
                                + " from kit.audit_head h cross join kit.audit_checkpoint c",
                        Object[].class)
                .getSingleResult()
                .map(row -> new Ends(
                        new Link((Long) row[0], (String) row[1]),
                        new Link((Long) row[2], (String) row[3]),
                        (Long) row[4],
                        (Boolean) row[5]));
    }

    /** The number of the last event appended. */
    Uni<Long> head(Mutiny.Session session) {
        return session.createNativeQuery("select h.sequence from kit.audit_head h", Long.class)
                .getSingleResult();
    }

    /** The events that come after a number, in order, up to another number. */
    Uni<List<ChainedEvent>> between(Mutiny.Session session, long after, long through, int limit) {
        return session.createNativeQuery(
                        COLUMNS + " from kit.audit_event e where e.sequence > :after and e.sequence <= :through"
                                + " order by e.sequence limit :limit",
                        Object[].class)
                .setParameter("after", after)
                .setParameter("through", through)
                .setParameter("limit", limit)
                .getResultList()
                .map(rows -> rows.stream().map(AuditTrail::chained).toList());
    }

    /** The events that come after a number and that the filter lets through, in order. */
    Uni<List<AuditEvent>> after(Mutiny.Session session, long after, AuditEventFilter filter, int limit) {
        SelectionQuery<Object[]> query = session.createNativeQuery(
                        COLUMNS + " from kit.audit_event e where e.sequence > :after" + filter.conditions()
                                + " order by e.sequence limit :limit",
                        Object[].class)
                .setParameter("after", after)
                .setParameter("limit", limit);
        filter.values().forEach(query::setParameter);
        return query.getResultList().map(AuditTrail::read);
    }

    Uni<Optional<AuditEvent>> withId(Mutiny.Session session, UUID id) {
        return session.createNativeQuery(COLUMNS + " from kit.audit_event e where e.id = :id", Object[].class)
                .setParameter("id", id)
                .getResultList()
                .map(rows -> read(rows).stream().findFirst());
    }

    private static List<AuditEvent> read(List<Object[]> rows) {
        return rows.stream().map(row -> read(chained(row))).toList();
    }

    private static ChainedEvent chained(Object[] row) {
        return new ChainedEvent((Long) row[0], (String) row[1], (String) row[2], (String) row[3]);
    }

    static AuditEvent read(ChainedEvent event) {
        try {
            Content content = CONTENT.readValue(event.content());
            return new AuditEvent(
                    event.sequence(),
                    content.id(),
                    content.at(),
                    content.service(),
                    content.action(),
                    content.institution(),
                    content.actor(),
                    content.entity(),
                    content.traceId(),
                    content.data(),
                    event.previousHash(),
                    event.hash());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was recorded is JSON", e);
        }
    }
}
