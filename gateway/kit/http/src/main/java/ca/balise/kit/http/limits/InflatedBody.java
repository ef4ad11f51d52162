package ca.balise.kit.http.limits;

import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * A gzip body, inflated as it is read and no further than a body may grow. Every member of it counts: the JDK's own reader takes what
 * it cannot read behind the first for the end, and half a file would be scored as the whole.
 */
final class InflatedBody extends FilterInputStream {

    private static final int BUFFER = 64 << 10;
    /** Below this the ratio says nothing: a file of one repeated line is small and harmless. */
    private static final long HARMLESS = 1 << 20;

    private final ArrivingBody compressed;
    private final int inflation;
    private long inflated;

    private InflatedBody(GzipCompressorInputStream gzip, ArrivingBody compressed, int inflation) {
        super(gzip);
        this.compressed = compressed;
        this.inflation = inflation;
    }

    static InflatedBody of(ArrivingBody compressed, int inflation) {
        try {
            return new InflatedBody(
                    GzipCompressorInputStream.builder()
                            .setInputStream(new BufferedInputStream(compressed, BUFFER))
                            .setDecompressConcatenated(true)
                            .get(),
                    compressed,
                    inflation);
        } catch (IOException notGzip) {
            throw new ProblemException(CommonProblem.MALFORMED_ENCODING);
        }
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        int read;
        try {
            read = in.read(buffer, offset, length);
        } catch (IOException corrupt) {
            // What breaks below arrives as a problem of its own: this is the compressed text itself.
            throw new ProblemException(CommonProblem.MALFORMED_ENCODING);
        }
        inflated += Math.max(read, 0);
        if (inflated > HARMLESS && inflated / inflation > compressed.arrived()) {
            throw new ProblemException(CommonProblem.INFLATES_TOO_MUCH, inflation);
        }
        return read;
    }
}
