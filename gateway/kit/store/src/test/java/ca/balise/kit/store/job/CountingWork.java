package ca.balise.kit.store.job;

import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.Background;
import ca.balise.kit.store.InstitutionScope;
import ca.balise.kit.store.audit.Change;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bulk work whose every step has an effect that must be there once: it adds a note, and says in the same transaction that it did. It is
 * no bean: the tests say which replica knows it. It can be held up within a step, once, as a replica is that the system has frozen.
 */
final class CountingWork implements ResumableWork<CountingWork.Parameters> {

    private final InstitutionScope scope;
    private final Background background;

    /** Before which step the first who comes there is frozen. */
    private final Map<Integer, Freeze> freezes = new ConcurrentHashMap<>();

    final AtomicInteger runs = new AtomicInteger();

    CountingWork(InstitutionScope scope, Background background) {
        this.scope = scope;
        this.background = background;
    }

    record Parameters(String prefix, int steps) {}

    record Point(int step) {}

    static final class Freeze {
        final CountDownLatch frozen = new CountDownLatch(1);
        final CountDownLatch thawed = new CountDownLatch(1);
        final CountDownLatch ended = new CountDownLatch(1);
        volatile Throwable outcome;

        void isFrozen() throws InterruptedException {
            await(frozen);
        }

        void thaw() throws InterruptedException {
            thawed.countDown();
            await(ended);
        }

        private static void await(CountDownLatch latch) throws InterruptedException {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("not within 30 s");
            }
        }
    }

    Freeze freezeBefore(int step) {
        Freeze freeze = new Freeze();
        freezes.put(step, freeze);
        return freeze;
    }

    @Override
    public String kind() {
        return "COUNT";
    }

    @Override
    public Class<Parameters> parameters() {
        return Parameters.class;
    }

    @Override
    public Object run(Caller caller, Parameters parameters, JobProgress progress) throws InterruptedException {
        runs.incrementAndGet();
        int first = progress.reached(Point.class).map(Point::step).orElse(0) + 1;
        for (int i = first; i <= parameters.steps(); i++) {
            int step = i;
            Freeze freeze = freezes.remove(step);
            if (freeze == null) {
                step(caller, parameters, progress, step);
                continue;
            }
            freeze.frozen.countDown();
            awaitUninterruptibly(freeze.thawed);
            try {
                step(caller, parameters, progress, step);
            } catch (RuntimeException failure) {
                freeze.outcome = failure;
                throw failure;
            } finally {
                freeze.ended.countDown();
            }
        }
        return new Point(parameters.steps());
    }

    private void step(Caller caller, Parameters parameters, JobProgress progress, int step) {
        background.await(() -> scope.write(
                caller,
                session -> session.createNativeQuery(
                                "insert into note (id, institution, words) values (uuidv7(), :institution, :words)")
                        .setParameter("institution", caller.institution())
                        .setParameter("words", "%s%02d".formatted(parameters.prefix(), step))
                        .executeUpdate()
                        .call(() -> progress.reached(new Point(step)))
                        .map(Change::upkeep)));
        progress.report((double) step / parameters.steps());
    }

    /** A frozen process does not hear that it is to stop. */
    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                latch.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
