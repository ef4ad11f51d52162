package ca.balise.local;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends the launcher and everything it started, or what a killed launcher left. */
final class Down {
    /** Longer than the launcher gives its three stages together. */
    private static final int SECONDS_TO_END = 60;

    private final StateFolder state;
    private final PrintStream out;

    Down(StateFolder state, PrintStream out) {
        this.state = state;
        this.out = out;
    }

    /** Ends everything, then keeps the lock while it does what is asked. */
    void then(Runnable action) throws InterruptedException {
        Optional<SuiteLock> free = SuiteLock.tryTake(state);
        boolean wasUp = free.isEmpty();
        if (wasUp) {
            endLauncher();
            free = SuiteLock.tryTake(state);
        }
        try (SuiteLock _ = free.orElseThrow(() -> new SuiteFailure("another launcher took over: try again"))) {
            List<String> orphans = Orphans.clear(state);
            state.forgetRunning();
            if (!orphans.isEmpty()) {
                out.println("Ended what an earlier run left: " + String.join(", ", orphans));
            } else {
                out.println(wasUp ? "The suite is down." : "The suite was not up.");
            }
            action.run();
        }
    }

    private void endLauncher() throws InterruptedException {
        ProcessHandle launcher = SuiteLock.holder(state)
                .orElseThrow(() -> new SuiteFailure("the lock " + state.lock() + " is held by an unknown process"));
        CompletableFuture<ProcessHandle> end = launcher.onExit();
        launcher.destroy();
        try {
            end.get(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            out.println("The launcher does not end: it is killed, and what it started is ended without it.");
            launcher.destroyForcibly();
            end.join();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
