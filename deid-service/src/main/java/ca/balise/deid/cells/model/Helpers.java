package ca.balise.deid.cells.model;

import java.util.concurrent.Executor;

/**
 * Threads that may help the one that reads. Nobody waits for them: what they have not begun, the reader does itself.
 *
 * @param executor where work is offered; it may run it late, or never
 * @param threads how many of them there are, which bounds how far work runs ahead
 */
public record Helpers(Executor executor, int threads) {

    /** None: the reader does everything. */
    public static final Helpers NONE = new Helpers(_ -> {}, 0);

    public Helpers {
        if (threads < 0) {
            throw new IllegalArgumentException("no number of threads: " + threads);
        }
    }
}
