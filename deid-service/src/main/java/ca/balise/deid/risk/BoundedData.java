package ca.balise.deid.risk;

import ca.balise.deid.DeidProblem;
import ca.balise.kit.http.problem.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Data that somebody waits for, up to the size at which nobody should. */
final class BoundedData extends FilterInputStream {

    private final long limit;
    private long left;

    BoundedData(InputStream data, long limit) {
        super(data);
        this.limit = limit;
        this.left = limit;
    }

    static ProblemException tooLarge(long limit) {
        return new ProblemException(DeidProblem.TOO_LARGE_TO_WAIT_FOR, limit);
    }

    @Override
    public int read() throws IOException {
        int octet = in.read();
        count(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) {
        left -= read;
        if (left < 0) {
            throw tooLarge(limit);
        }
    }
}
