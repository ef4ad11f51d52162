package ca.balise.deid.risk.model;

/**
 * A sum that does not depend on the order of its terms, so that the same records in another order give the same answer to the last bit.
 * Terms are cut to 62 binary places, and added as integers.
 */
final class OrderlessSum {

    private static final int PLACES = 31;
    private static final double SCALE = 1L << PLACES;
    private static final long MASK = (1L << PLACES) - 1;

    private long upper;
    private long lower;

    /** @param term from 0 to 2^31; all terms together below 2^32 */
    void add(double term) {
        double scaled = term * SCALE;
        long whole = (long) scaled;
        upper += whole;
        lower += (long) ((scaled - whole) * SCALE);
        upper += lower >>> PLACES;
        lower &= MASK;
    }

    double value() {
        return (upper + lower / SCALE) / SCALE;
    }
}
