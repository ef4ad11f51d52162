package ca.balise.kit.store.job;

import ca.balise.kit.http.security.Caller;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A place in the queue for a job that is yet to be submitted: for an operation that must know that its work will be taken before it
 * reads what the work is about. Closed without a job, it is given back.
 */
public final class JobPlace implements AutoCloseable {

    private final Caller caller;
    private final Runnable giveBack;
    private final AtomicBoolean open = new AtomicBoolean(true);

    JobPlace(Caller caller, Runnable giveBack) {
        this.caller = caller;
        this.giveBack = giveBack;
    }

    Caller caller() {
        return caller;
    }

    /** The place is the job's from now on. */
    void use() {
        if (!open.compareAndSet(true, false)) {
            throw new IllegalStateException("a place is for one job");
        }
    }

    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            giveBack.run();
        }
    }
}
