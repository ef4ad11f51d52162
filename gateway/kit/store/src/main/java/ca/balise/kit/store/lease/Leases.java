package ca.balise.kit.store.lease;

import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.Background;
import ca.balise.kit.store.InstitutionScope;
import ca.balise.kit.store.audit.Change;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Leases of the replicas of one service. Each is held by one of them at a time; it is renewed while the work goes on, and falls to
 * another once its holder has been silent for its duration.
 */
@ApplicationScoped
public class Leases {

    private static final Logger LOG = Logger.getLogger(Leases.class);

    /** Sees no institution's rows: leases are nobody's. */
    private static final Caller NOBODY = new Caller("leases", null, Set.of());

    private final InstitutionScope scope;
    private final Background background;
    private final Vertx vertx;

    Leases(InstitutionScope scope, Background background, Vertx vertx) {
        this.scope = scope;
        this.background = background;
        this.vertx = vertx;
    }

    /**
     * Does the work if nobody else holds the lease, here or on another replica.
     *
     * @param name of the lease; kebab-case
     * @param duration how long after its holder fell silent another one may take it; the work itself may last longer
     * @param work in transactions of its own; it must not block
     * @return whether it was done; fails as the work does
     */
    public Uni<Boolean> runExclusively(String name, Duration duration, Supplier<Uni<Void>> work) {
        return take(name, duration, Duration.ZERO, work).map(Turn::taken);
    }

    /**
     * The same for what is due again only a while after it was last begun, wherever that was.
     *
     * @param rest from the beginning of this turn to the next
     */
    Uni<Turn> take(String name, Duration duration, Duration rest, Supplier<Uni<Void>> work) {
        // Of this turn alone: a turn that lost its lease cannot end the next one's, even on the same replica.
        UUID holder = UUID.randomUUID();
        return this.<Long>ask(
                        "select kit.take_lease(:name, :holder, :span * interval '1 ms')",
                        Long.class,
                        name,
                        holder,
                        duration)
                .flatMap(wait -> wait > 0
                        ? Uni.createFrom().item(new Turn(false, Duration.ofMillis(wait)))
                        : hold(name, holder, duration, rest, work).replaceWith(new Turn(true, rest)));
    }

    private Uni<Void> hold(String name, UUID holder, Duration duration, Duration rest, Supplier<Uni<Void>> work) {
        return Uni.createFrom().deferred(() -> {
            // Twice in vain before it is too late.
            long renewal = vertx.setPeriodic(Math.max(1, duration.toMillis() / 3), _ -> renew(name, holder, duration));
            return background.run(work).eventually(() -> {
                vertx.cancelTimer(renewal);
                return release(name, holder, rest);
            });
        });
    }

    private void renew(String name, UUID holder, Duration duration) {
        this.<Boolean>ask(
                        "select kit.renew_lease(:name, :holder, :span * interval '1 ms')",
                        Boolean.class,
                        name,
                        holder,
                        duration)
                .subscribe()
                .with(
                        kept -> {
                            if (!kept) {
                                LOG.warnf("The lease %s expired while its work goes on", name);
                            }
                        },
                        failure -> LOG.warnf(
                                "The lease %s was not renewed: %s",
                                name, failure.getClass().getName()));
    }

    /** A lease that could not be given back expires by itself: no reason to fail what was done. */
    private Uni<Boolean> release(String name, UUID holder, Duration rest) {
        return this.<Boolean>ask(
                        "select kit.release_lease(:name, :holder, :span * interval '1 ms')",
                        Boolean.class,
                        name,
                        holder,
                        rest)
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "The lease %s was not given back: %s",
                        name, failure.getClass().getName()))
                .onFailure()
                .recoverWithItem(false);
    }

    private <T> Uni<T> ask(String sql, Class<T> answer, String name, UUID holder, Duration span) {
        return background.run(() -> scope.write(
                NOBODY,
                session -> session.createNativeQuery(sql, answer)
                        .setParameter("name", name)
                        .setParameter("holder", holder)
                        .setParameter("span", span.toMillis())
                        .getSingleResult()
                        .map(Change::upkeep)));
    }

    /**
     * What came of an attempt to take a lease.
     *
     * @param taken whether the work was done
     * @param next after how long to try again
     */
    record Turn(boolean taken, Duration next) {}
}
