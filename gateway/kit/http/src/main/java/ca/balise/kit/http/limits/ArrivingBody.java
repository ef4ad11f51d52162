package ca.balise.kit.http.limits;

import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A body as it comes off the wire. It knows how long the reader waited for the caller, which is not how long the reader took; and
 * a connection that breaks is the caller's failure, not ours.
 */
final class ArrivingBody extends FilterInputStream {

    private final Object turn = new Object();
    private @Nullable Thread reader;
    private boolean expired;
    private long waitingSince;
    private long waitedNanos;
    private long waitedBefore;
    private long arrived;
    private long arrivedBefore;

    ArrivingBody(InputStream wire) {
        super(wire);
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        begin();
        int read = 0;
        try {
            read = in.read(buffer, offset, length);
        } catch (IOException broken) {
            throw new ProblemException(hasExpired() ? CommonProblem.REQUEST_TIMEOUT : CommonProblem.BODY_INTERRUPTED);
        } finally {
            end(Math.max(read, 0));
        }
        return read;
    }

    private void begin() {
        synchronized (turn) {
            if (expired) {
                throw new ProblemException(CommonProblem.REQUEST_TIMEOUT);
            }
            reader = Thread.currentThread();
            waitingSince = System.nanoTime();
        }
    }

    private void end(int read) {
        synchronized (turn) {
            reader = null;
            waitedNanos += System.nanoTime() - waitingSince;
            arrived += read;
            if (expired) {
                // An interrupt that came as the read ended must not reach whatever this thread does next.
                Thread.interrupted();
            }
        }
    }

    private boolean hasExpired() {
        synchronized (turn) {
            return expired;
        }
    }

    /** Bytes that have arrived. */
    long arrived() {
        synchronized (turn) {
            return arrived;
        }
    }

    /**
     * Whether, since it was last asked, the reader did little but wait and too little came.
     *
     * @param window the time since it was last asked
     * @param bytes what should have come in it
     */
    boolean dawdled(Duration window, long bytes) {
        synchronized (turn) {
            long waited = waitedNanos + (reader == null ? 0 : System.nanoTime() - waitingSince);
            boolean waiting = waited - waitedBefore > window.toNanos() / 2;
            boolean little = arrived - arrivedBefore < bytes;
            waitedBefore = waited;
            arrivedBefore = arrived;
            return waiting && little;
        }
    }

    /** Ends the reading: the read that waits, and each one after it, fails with 408. */
    void expire() {
        synchronized (turn) {
            expired = true;
            if (reader != null) {
                reader.interrupt();
            }
        }
    }
}
