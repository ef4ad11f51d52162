package ca.balise.edge;

import java.io.InputStream;
import java.util.SplittableRandom;
import java.util.zip.CRC32;

/** A body made on the fly, the same each time, as long as one likes. */
public final class Body {

    static final int CHUNK = 65_536;

    private Body() {}

    static byte[] chunk() {
        byte[] chunk = new byte[CHUNK];
        new SplittableRandom(7).nextBytes(chunk);
        return chunk;
    }

    /** That many octets: the chunk over and over. */
    public static InputStream of(long octets) {
        byte[] chunk = chunk();
        return new InputStream() {
            private long at;

            @Override
            public int read() {
                return at == octets ? -1 : chunk[(int) (at++ % CHUNK)] & 0xFF;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                if (at == octets) {
                    return -1;
                }
                int from = (int) (at % CHUNK);
                int count = (int) Math.min(Math.min(length, CHUNK - from), octets - at);
                System.arraycopy(chunk, from, buffer, offset, count);
                at += count;
                return count;
            }
        };
    }

    /** Its checksum. */
    public static long checksum(long octets) {
        var sum = new CRC32();
        byte[] chunk = chunk();
        for (long at = 0; at < octets; at += CHUNK) {
            sum.update(chunk, 0, (int) Math.min(CHUNK, octets - at));
        }
        return sum.getValue();
    }
}
