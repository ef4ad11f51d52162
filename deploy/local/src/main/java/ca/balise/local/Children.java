package ca.balise.local;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** All that the launcher started: watched while it runs, stopped in reverse order of what needs what. */
final class Children {
    /** A child that has not ended by then is killed. */
    private static final int SECONDS_TO_END = 15;

    private final StateFolder state;
    private final List<Child> started = new ArrayList<>();
    private final CompletableFuture<Child> firstDeath = new CompletableFuture<>();
    private final CountDownLatch stopping = new CountDownLatch(1);

    Children(StateFolder state) {
        this.state = state;
    }

    /**
     * Starts a child and watches it.
     *
     * @throws SuiteFailure when it cannot be started, or the suite is being stopped
     */
    synchronized Child start(ChildCommand command) {
        if (stopping.getCount() == 0) {
            throw new SuiteFailure("the suite is being stopped");
        }
        Child child = Child.start(command, state);
        started.add(child);
        var _ = child.process().onExit().thenRun(() -> {
            if (stopping.getCount() > 0) {
                firstDeath.complete(child);
            }
        });
        return child;
    }

    /** Completes with the first child that ends by itself. */
    CompletableFuture<Child> firstDeath() {
        return firstDeath;
    }

    /** Tells whether the stop begins within that time: Ctrl-C may reach a child a moment before the launcher. */
    boolean stopBeginsWithin(long time, TimeUnit unit) throws InterruptedException {
        return stopping.await(time, unit);
    }

    /** Stops every child, the last stage first. A second call waits for the first, and does nothing more. */
    void stop() {
        stopping.countDown();
        synchronized (this) {
            started.stream()
                    .map(child -> child.command().stage())
                    .distinct()
                    .sorted(Comparator.reverseOrder())
                    .forEach(this::stopStage);
            started.clear();
        }
    }

    private void stopStage(int stage) {
        List<ProcessHandle> processes = new ArrayList<>();
        for (Child child : started) {
            if (child.command().stage() == stage) {
                processes.add(child.process().toHandle());
                child.process().descendants().forEach(processes::add);
                child.askToEnd();
            }
        }
        Orphans.awaitEnd(processes, SECONDS_TO_END);
    }
}
