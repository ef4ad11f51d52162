package ca.balise.deid.cells.model;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What the tables of one request may take of the heap, counted as they grow, so that one upload can exhaust neither the service nor
 * the uploads beside it. Counted are arrays (all that grows with the data), before they are allocated; while an array grows, the old
 * and the new one both count, as they both stand.
 *
 * <p>Safe for use by several threads: the columns of one request are read side by side.
 */
public final class MemoryBudget {

    private final long bytes;
    private final AtomicLong claimed = new AtomicLong();

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
        long before = claimed.get();
        while (wanted <= bytes - before) {
            if (claimed.compareAndSet(before, before + wanted)) {
                return true;
            }
            before = claimed.get();
        }
        return false;
    }

    /** Gives back what was claimed for arrays that are garbage now. */
    public void release(long returned) {
        claimed.addAndGet(-returned);
    }

    /** Bytes claimed now. */
    public long claimed() {
        return claimed.get();
    }
}
