package ca.balise.kit.store;

import ca.balise.kit.http.security.Caller;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The transactions of a service, each on behalf of one caller. Before anything else a transaction tells PostgreSQL the caller's
 * institution; row-level security then hides every other institution's rows, so that a record of somebody else is simply not
 * found. A caller without an institution sees shared tables only. A holder of a central role sees all, and still writes the rows
 * of its own institution only; to write all takes a role of its own.
 *
 * <p>Reads run in a transaction too, because the setting lives in one. A call inside the work of another joins its transaction,
 * which must be on behalf of the same institution.
 *
 * <p>A database that is away, or does not answer in time, fails a transaction with {@code UNAVAILABLE}. Nothing of it is kept then,
 * unless the commit itself was under way: as with any broken connection, whether that arrived is not known.
 */
@ApplicationScoped
public class InstitutionScope {

    private final IsolationConfig config;
    private final Patience patience;

    InstitutionScope(IsolationConfig config, Patience patience) {
        this.config = config;
        this.patience = patience;
    }

    /**
     * Reads on behalf of a caller. PostgreSQL refuses any change made inside.
     *
     * @param caller for whom
     * @param work what to do with the session; Panache repositories find the same session
     */
    public <T> Uni<T> read(Caller caller, Function<Mutiny.Session, Uni<T>> work) {
        return inTransaction(caller, true, work);
    }

    /**
     * Changes records on behalf of a caller: all of it or, if the work fails, nothing.
     *
     * @param caller for whom
     * @param work what to do with the session; Panache repositories find the same session
     */
    public <T> Uni<T> write(Caller caller, Function<Mutiny.Session, Uni<T>> work) {
        return inTransaction(caller, false, work);
    }

    private <T> Uni<T> inTransaction(Caller caller, boolean readOnly, Function<Mutiny.Session, Uni<T>> work) {
        return patience.await(late -> Panache.withTransaction(() -> Panache.getSession()
                .flatMap(session -> inTime(late, () -> enter(session, caller, readOnly))
                        .flatMap(entered -> inTime(late, () -> work.apply(session)))
                        .flatMap(done -> inTime(late, () -> Uni.createFrom().item(done))))));
    }

    /** The next step, or the failure that undoes the steps before. */
    private <T> Uni<T> inTime(BooleanSupplier late, Supplier<Uni<T>> step) {
        return late.getAsBoolean() ? Uni.createFrom().failure(patience.unavailable()) : step.get();
    }

    private Uni<Object> enter(Mutiny.Session session, Caller caller, boolean readOnly) {
        return session.createNativeQuery(
                        "select cast(kit.enter(:institution, :seesAll, :writesAll, :readOnly) as text)", Object.class)
                .setParameter("institution", caller.institution())
                .setParameter("seesAll", writesAll(caller) || holdsOneOf(caller, config.centralRoles()))
                .setParameter("writesAll", writesAll(caller))
                .setParameter("readOnly", readOnly)
                .getSingleResultOrNull();
    }

    private boolean writesAll(Caller caller) {
        return holdsOneOf(caller, config.writesAllRoles().orElse(Set.of()));
    }

    private static boolean holdsOneOf(Caller caller, Set<String> roles) {
        return !Collections.disjoint(caller.roles(), roles);
    }
}
