package ca.balise.kit.store.trail;

import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.InstitutionScope;
import ca.balise.kit.store.audit.AuditConfig;
import ca.balise.kit.store.audit.ChainedEvent;
import ca.balise.kit.store.audit.Change;
import ca.balise.kit.store.audit.ChangeRecord;
import ca.balise.kit.store.audit.Link;
import ca.balise.kit.store.lease.ScheduledTask;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;

/**
 * Removes the oldest recorded events once they have been kept long enough, some at a time. That is a change too, and recorded: the
 * event that says so names the last one that went, so that a verification can tell a retirement from a removal. Events are retired
 * only as far as their chain is whole.
 */
@ApplicationScoped
public class RetireAuditEvents implements ScheduledTask {

    private static final String ACTION = "audit-events.retired";

    /** Nobody calls: the schedule does. */
    private static final Caller NOBODY = new Caller("schedule", null, Set.of());

    private final InstitutionScope scope;
    private final AuditConfig config;
    private final Clock clock = Clock.systemUTC();

    RetireAuditEvents(InstitutionScope scope, AuditConfig config) {
        this.scope = scope;
        this.config = config;
    }

    /**
     * Retires the next events that are old enough. To be called again until it answers less than {@code balise.audit.retire-at-once};
     * if it is broken off, the next call goes on where the last one ended.
     *
     * @param caller on whose behalf: whoever keeps the schedule
     * @return how many were retired
     */
    public Uni<Long> retire(Caller caller) {
        OffsetDateTime oldest = OffsetDateTime.now(clock).minus(config.retention());
        return scope.write(
                caller,
                session -> session.createNativeQuery(
                                "select events, through, hash from kit.retire_audit(:oldest, :most)", Object[].class)
                        .setParameter("oldest", oldest)
                        .setParameter("most", config.retireAtOnce())
                        .getResultList()
                        .map(rows -> rows.isEmpty() ? Change.nothing(0L) : retired(rows.getFirst())));
    }

    @Override
    public String name() {
        return "retire-audit-events";
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    /** All that are old enough, so many at a time. */
    @Override
    public Uni<Void> run() {
        return retire(NOBODY)
                .chain(retired ->
                        retired < config.retireAtOnce() ? Uni.createFrom().voidItem() : run());
    }

    private static Change<Long> retired(Object[] row) {
        Long events = (Long) row[0];
        Long through = (Long) row[1];
        return Change.of(
                events,
                new ChangeRecord(
                        ACTION,
                        "",
                        "audit-event",
                        through.toString(),
                        Map.of("events", events, "through", through, "hash", row[2])));
    }

    /** Whether an event says that those up to a checkpoint were retired. */
    static boolean isRecordOf(Link checkpoint, ChainedEvent event) {
        // Before the text is read: one in a million of them is of this kind.
        if (!event.content().contains(ACTION) || !event.content().contains(checkpoint.hash())) {
            return false;
        }
        AuditEvent read = AuditTrail.read(event);
        return read.action().equals(ACTION)
                && read.data().get("through") instanceof Number through
                && through.longValue() == checkpoint.sequence()
                && checkpoint.hash().equals(read.data().get("hash"));
    }
}
