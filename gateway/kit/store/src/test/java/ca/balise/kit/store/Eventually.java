package ca.balise.kit.store;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for what is to come true, as short as it can and not for ever. */
public final class Eventually {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(10);

    private Eventually() {}

    /** Waits until it holds. */
    public static void holds(String what, Condition condition) throws Exception {
        long since = System.nanoTime();
        while (!condition.holds()) {
            if (System.nanoTime() - since > PATIENCE.toNanos()) {
                throw new AssertionError("not within " + PATIENCE + ": " + what);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** What is asked again and again. */
    public interface Condition {
        boolean holds() throws Exception;
    }
}
