package ca.balise.deid.cells.model;

import java.util.ArrayDeque;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Does tasks side by side, and uses their results one after another, in the order in which they were added. Tasks are done by helpers
 * and by the thread that adds them: it waits only for a task that a helper is at. So it is never slower for want of helpers than it
 * would be alone, and a bound on the tasks under way bounds the memory of their results.
 *
 * <p>For one thread, which adds; only the tasks are shared with helpers. Closed, no helper is at any of its tasks, and what was offered
 * to them holds nothing any more.
 *
 * @param <T> results of the tasks
 */
public final class OrderedTasks<T> implements AutoCloseable {

    private final Helpers helpers;
    private final Consumer<T> use;
    private final int ahead;
    private final ArrayDeque<Task<T>> underWay = new ArrayDeque<>();

    /** @param use what is done with each result, on the thread that adds */
    public OrderedTasks(Helpers helpers, Consumer<T> use) {
        this.helpers = helpers;
        this.use = use;
        // One for each thread, and one for each to go on with while results wait for their turn.
        this.ahead = 2 * helpers.threads() + 1;
    }

    /**
     * Adds a task. If there are enough of them this waits, or works, until one is through.
     *
     * @throws RuntimeException whatever a task ends in, this one or one before it, in its turn
     */
    public void add(Callable<T> work) {
        Task<T> task = new Task<>(work);
        underWay.add(task);
        if (helpers.threads() > 0) {
            helpers.executor().execute(task.offer());
        }
        while (underWay.size() >= ahead) {
            useFirst();
        }
        while (!underWay.isEmpty() && underWay.peek().isDone()) {
            useFirst();
        }
    }

    /**
     * Does what is left.
     *
     * @throws RuntimeException as {@link #add}
     */
    public void finish() {
        while (!underWay.isEmpty()) {
            useFirst();
        }
    }

    /** Takes back what no helper has begun, and waits for the end of what one has. */
    @Override
    public void close() {
        underWay.forEach(Task::takeBack);
        underWay.forEach(Task::awaitEnd);
        underWay.clear();
    }

    private void useFirst() {
        Task<T> first = underWay.element();
        for (Task<T> task : underWay) {
            if (first.isDone()) {
                break;
            }
            task.run();
        }
        underWay.remove();
        use.accept(first.result());
    }

    /** Work that whoever claims it first does. */
    private static final class Task<T> {

        private final FutureTask<T> work;

        /** The work until it is claimed. What helpers are offered is this alone: it may wait for them long after it was done. */
        private final AtomicReference<@Nullable FutureTask<T>> unclaimed;

        Task(Callable<T> work) {
            this.work = new FutureTask<>(work);
            this.unclaimed = new AtomicReference<>(this.work);
        }

        Runnable offer() {
            AtomicReference<@Nullable FutureTask<T>> offered = unclaimed;
            return () -> run(offered);
        }

        void run() {
            run(unclaimed);
        }

        private static <T> void run(AtomicReference<@Nullable FutureTask<T>> offered) {
            FutureTask<T> claimed = offered.getAndSet(null);
            if (claimed != null) {
                claimed.run();
            }
        }

        void takeBack() {
            FutureTask<T> claimed = unclaimed.getAndSet(null);
            if (claimed != null) {
                claimed.cancel(false);
            }
        }

        boolean isDone() {
            return work.isDone();
        }

        /** Waits for its end, whichever it is; also while the thread is asked to stop, for what it works with is about to be given up. */
        void awaitEnd() {
            boolean asked = false;
            while (true) {
                try {
                    work.get();
                    break;
                } catch (CancellationException | ExecutionException ended) {
                    break;
                } catch (InterruptedException stopped) {
                    asked = true;
                }
            }
            if (asked) {
                Thread.currentThread().interrupt();
            }
        }

        T result() {
            try {
                return work.get();
            } catch (ExecutionException failed) {
                switch (failed.getCause()) {
                    case RuntimeException failure -> throw failure;
                    case Error error -> throw error;
                    case null, default -> throw new IllegalStateException(failed);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while a helper was at work", stopped);
            }
        }
    }
}
