package ca.balise.deid.risk;

import ca.balise.deid.DeidProblem;
import ca.balise.kit.http.problem.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * A body that may take only so long, whatever it is made of: what comes before the data, or is skipped, takes the caller's place too. A
 * body that stalls is ended elsewhere.
 */
final class TimedBody extends FilterInputStream {

    private final Duration longest;
    private final long begun = System.nanoTime();

    TimedBody(InputStream body, Duration longest) {
        super(body);
        this.longest = longest;
    }

    @Override
    public int read() throws IOException {
        requireTime();
        return in.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        requireTime();
        return in.read(buffer, offset, length);
    }

    private void requireTime() {
        if (System.nanoTime() - begun > longest.toNanos()) {
            throw new ProblemException(DeidProblem.SCORE_TOOK_TOO_LONG, longest.toSeconds());
        }
    }
}
