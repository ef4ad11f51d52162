package ca.balise.kit.store;

import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Answers 503 with {@code Retry-After} when the database is away or does not answer in time.
 *
 * <p>Work that is late is not cancelled: a connection handed to a cancelled request would come back to nobody. It is told that it is
 * late, fails at its next step and gives its connection back.
 */
@ApplicationScoped
class Patience {

    private static final Logger LOG = Logger.getLogger(Patience.class);

    private final PatienceConfig config;
    private final Vertx vertx;
    private final MeterRegistry metrics;

    Patience(PatienceConfig config, Vertx vertx, MeterRegistry metrics) {
        this.config = config;
        this.vertx = vertx;
        this.metrics = metrics;
    }

    /**
     * Does the work, or says in time that it cannot be done now.
     *
     * @param work given a way to ask whether the answer has been given without it
     */
    <T> Uni<T> await(Function<BooleanSupplier, Uni<T>> work) {
        return Uni.createFrom().emitter(answer -> start(work, answer));
    }

    private <T> void start(Function<BooleanSupplier, Uni<T>> work, UniEmitter<? super T> answer) {
        var late = new AtomicBoolean();
        // On the context of the request, as its other steps are; Mutiny's own timer would answer on a thread of its
        // own.
        long timer = vertx.setTimer(config.answerWithin().toMillis(), _ -> {
            late.set(true);
            LOG.warnf("The database did not answer within %s", config.answerWithin());
            StoreMetrics.OUTAGES.counter(metrics, "LATE").increment();
            answer.fail(unavailable());
        });
        answer.onTermination(() -> {
            vertx.cancelTimer(timer);
            late.set(true);
        });
        work.apply(late::get)
                .subscribe()
                .with(
                        item -> {
                            vertx.cancelTimer(timer);
                            answer.complete(item);
                        },
                        failure -> {
                            vertx.cancelTimer(timer);
                            answer.fail(late.get() ? failure : told(failure));
                        });
    }

    private Throwable told(Throwable failure) {
        if (!Outage.isBehind(failure)) {
            return failure;
        }
        // The class only: a message of PostgreSQL may quote a value.
        LOG.warnf("The database is away: %s", failure.getClass().getName());
        StoreMetrics.OUTAGES.counter(metrics, "AWAY").increment();
        return unavailable();
    }

    ProblemException unavailable() {
        return new ProblemException(CommonProblem.UNAVAILABLE)
                .with("Retry-After", Long.toString(config.retryAfter().toSeconds()));
    }
}
