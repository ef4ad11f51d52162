package ca.balise.deid.cells.model;

import java.util.ArrayDeque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Does tasks side by side, and uses their results one after another, in the order in which they were added. Tasks are done by helpers
 * and by the thread that adds them: it waits only for a task that a helper is at. So it is never slower for want of helpers than it
 * would be alone, and a bound on the tasks under way bounds the memory of their results.
 *
 * <p>For one thread, which adds; only the tasks are shared with helpers.
 *
 * @param <T> results of the tasks
 */
public final class OrderedTasks<T> {

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
            helpers.executor().execute(task);
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

    /** Takes back what no helper has begun; what one has begun ends, and is of no use. */
    private void abandon() {
        underWay.forEach(Task::claim);
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
        try {
            use.accept(result(first));
        } catch (Throwable failure) {
            abandon();
            throw failure;
        }
    }

    private static <T> T result(Task<T> task) {
        try {
            return task.get();
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

    /** Done by whoever claims it first. */
    private static final class Task<T> extends FutureTask<T> {

        private final AtomicBoolean claimed = new AtomicBoolean();

        Task(Callable<T> work) {
            super(work);
        }

        boolean claim() {
            return claimed.compareAndSet(false, true);
        }

        @Override
        public void run() {
            if (claim()) {
                super.run();
            }
        }
    }
}
