package ca.balise.kit.store;

import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.audit.AuditLog;
import ca.balise.kit.store.audit.Change;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

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
    private final AuditLog log;
    private final MeterRegistry metrics;

    InstitutionScope(IsolationConfig config, Patience patience, AuditLog log, MeterRegistry metrics) {
        this.config = config;
        this.patience = patience;
        this.log = log;
        this.metrics = metrics;
    }

    /**
     * Reads on behalf of a caller. PostgreSQL refuses any change made inside.
     *
     * @param caller for whom
     * @param work what to do with the session; Panache repositories find the same session
     */
    public <T> Uni<T> read(Caller caller, Function<Mutiny.Session, Uni<T>> work) {
        return inTransaction(caller, true, (session, _) -> work.apply(session));
    }

    /**
     * Changes records on behalf of a caller, and records each change in the audit: all of it or, if the work fails, nothing. A write
     * inside another joins it, and its records come before those of the outer one; if it fails the outer one fails too, whatever is
     * made of the failure, since what it had changed by then would go unrecorded.
     *
     * @param caller for whom
     * @param work what to do with the session; Panache repositories find the same session. It answers with its result and with what
     *     is recorded of it
     */
    public <T> Uni<T> write(Caller caller, Function<Mutiny.Session, Uni<Change<T>>> work) {
        return inTransaction(
                caller,
                false,
                (session, transaction) -> work.apply(session)
                        .onFailure()
                        .invoke(transaction::refuse)
                        .map(change -> {
                            change.records().forEach(record -> transaction.record(log.contentOf(record, caller)));
                            return change.value();
                        }));
    }

    private <T> Uni<T> inTransaction(
            Caller caller, boolean readOnly, BiFunction<Mutiny.Session, ScopedTransaction, Uni<T>> work) {
        Uni<T> done = patience.await(late ->
                Panache.withTransaction(() -> Panache.getSession().flatMap(session -> {
                    ScopedTransaction transaction = ScopedTransaction.current();
                    return transaction == null
                            ? outermost(session, caller, readOnly, late, work)
                            : inside(transaction, session, caller, readOnly, late, work);
                })));
        return timed(readOnly, done);
    }

    private <T> Uni<T> outermost(
            Mutiny.Session session,
            Caller caller,
            boolean readOnly,
            BooleanSupplier late,
            BiFunction<Mutiny.Session, ScopedTransaction, Uni<T>> work) {
        ScopedTransaction transaction = ScopedTransaction.begin(readOnly);
        return inTime(late, () -> enter(session, caller, readOnly))
                .flatMap(_ -> inTime(late, () -> work.apply(session, transaction)))
                .flatMap(done -> inTime(late, () -> record(session, transaction).map(_ -> done)))
                .flatMap(done -> inTime(late, () -> Uni.createFrom().item(done)))
                .onTermination()
                .invoke(transaction::end);
    }

    private <T> Uni<T> inside(
            ScopedTransaction transaction,
            Mutiny.Session session,
            Caller caller,
            boolean readOnly,
            BooleanSupplier late,
            BiFunction<Mutiny.Session, ScopedTransaction, Uni<T>> work) {
        if (transaction.isReadOnly() && !readOnly) {
            return Uni.createFrom().failure(new IllegalStateException("a write inside a read"));
        }
        return inTime(late, () -> enter(session, caller, readOnly))
                .flatMap(_ -> inTime(late, () -> work.apply(session, transaction)))
                .flatMap(done -> inTime(late, () -> Uni.createFrom().item(done)));
    }

    /** Last of all: changes first, then their records, which are appended within the commit. */
    private Uni<Void> record(Mutiny.Session session, ScopedTransaction transaction) {
        Throwable refused = transaction.refused();
        if (refused != null) {
            return Uni.createFrom().failure(refused);
        }
        List<String> contents = transaction.recorded();
        return contents.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.flush().chain(() -> log.append(session, contents));
    }

    /** One time for each transaction: what joins another is part of its time. */
    private <T> Uni<T> timed(boolean readOnly, Uni<T> transaction) {
        return Uni.createFrom().deferred(() -> {
            if (ScopedTransaction.current() != null) {
                return transaction;
            }
            var clock = Timer.start(metrics);
            return transaction
                    .onItemOrFailure()
                    .invoke((item, failure) -> clock.stop(
                            StoreMetrics.TRANSACTIONS.timer(metrics, readOnly ? "READ" : "WRITE", outcome(failure))));
        });
    }

    private static String outcome(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> "COMMITTED";
            case ProblemException refused when refused.type() == CommonProblem.UNAVAILABLE -> "UNAVAILABLE";
            default -> "FAILED";
        };
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
