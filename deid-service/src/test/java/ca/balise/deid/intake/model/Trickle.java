package ca.balise.deid.intake.model;

import java.io.ByteArrayInputStream;
import java.util.SplittableRandom;

/** A stream that gives a few bytes at a time, as a network does. */
final class Trickle extends ByteArrayInputStream {

    private final SplittableRandom random;

    Trickle(byte[] bytes, long seed) {
        super(bytes);
        this.random = new SplittableRandom(seed);
    }

    @Override
    public synchronized int read(byte[] buffer, int offset, int length) {
        return super.read(buffer, offset, Math.min(length, random.nextInt(1, 8)));
    }
}
