package ca.balise.kit.store.idempotency;

import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.InstitutionScope;
import ca.balise.kit.store.audit.Change;
import ca.balise.kit.store.lease.ScheduledTask;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;

/** Forgets the answers whose time is over, some at a time. No record of anything changes by it, and so nothing is recorded. */
@ApplicationScoped
public class ForgetIdempotencyKeys implements ScheduledTask {

    /** Nobody calls: the schedule does. */
    private static final Caller NOBODY = new Caller("schedule", null, Set.of());

    private final InstitutionScope scope;
    private final IdempotencyConfig config;

    ForgetIdempotencyKeys(InstitutionScope scope, IdempotencyConfig config) {
        this.scope = scope;
        this.config = config;
    }

    /**
     * Forgets the next ones. To be called again until it answers less than {@code balise.idempotency.forget-at-once}.
     *
     * @param caller on whose behalf: whoever keeps the schedule
     * @return how many were forgotten
     */
    public Uni<Long> forget(Caller caller) {
        return scope.write(
                caller,
                session -> session.createNativeQuery("select kit.forget_idempotency_keys(:most)", Long.class)
                        .setParameter("most", config.forgetAtOnce())
                        .getSingleResult()
                        .map(Change::upkeep));
    }

    @Override
    public String name() {
        return "forget-idempotency-keys";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    /** All whose time is over, so many at a time. */
    @Override
    public Uni<Void> run() {
        return forget(NOBODY)
                .chain(forgotten ->
                        forgotten < config.forgetAtOnce() ? Uni.createFrom().voidItem() : run());
    }
}
