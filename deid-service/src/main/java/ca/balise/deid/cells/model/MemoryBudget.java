package ca.balise.deid.cells.model;

/**
 * What the tables of one request may take of the heap, counted as they grow, so that one upload can exhaust neither the service nor
 * the uploads beside it. Counted are arrays (all that grows with the data), before they are allocated; while an array grows, the old
 * and the new one both count, as they both stand.
 *
 * <p>Not safe for use by several threads: one request, one budget.
 */
public final class MemoryBudget {

    private final long bytes;
    private long claimed;

    /** @param bytes the most that may be claimed at any time */
    public MemoryBudget(long bytes) {
        if (bytes <= 0) {
            throw new IllegalArgumentException("a budget is positive: " + bytes);
        }
        this.bytes = bytes;
    }

    /** A budget that never ends: for tables derived from one that stayed within its own. */
    public static MemoryBudget unlimited() {
        return new MemoryBudget(Long.MAX_VALUE);
    }

    /** Takes this many bytes, or none and answers false. */
    public boolean claim(long wanted) {
        if (wanted > bytes - claimed) {
            return false;
        }
        claimed += wanted;
        return true;
    }

    /** Gives back what was claimed for arrays that are garbage now. */
    public void release(long returned) {
        claimed -= returned;
    }

    /** Bytes claimed now. */
    public long claimed() {
        return claimed;
    }
}
