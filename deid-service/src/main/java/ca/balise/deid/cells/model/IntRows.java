package ca.balise.deid.cells.model;

/**
 * A growing list of rows of integers, in pages: appending a row never copies the rows before it, so growth needs no second copy of
 * the data.
 */
final class IntRows {

    private static final int PAGE_INTS = 1 << 14;

    private final int width;
    private final int shift;
    private final int mask;
    private int[][] pages = new int[0][];
    private int size;

    IntRows(int width) {
        this.width = width;
        int rows = Math.max(1, Integer.highestOneBit(PAGE_INTS / Math.max(1, width)));
        this.shift = Integer.numberOfTrailingZeros(rows);
        this.mask = rows - 1;
    }

    int size() {
        return size;
    }

    int[] page(int row) {
        return pages[row >>> shift];
    }

    /** Where the row begins in its page. */
    int start(int row) {
        return (row & mask) * width;
    }

    int get(int row, int column) {
        return page(row)[start(row) + column];
    }

    /** Bytes of the pages so far. */
    long bytes() {
        long inUse = (size + (long) mask) >>> shift;
        return inUse * (mask + 1) * width * Integer.BYTES;
    }

    /** Bytes that the next {@link #append} will allocate. */
    long bytesOfNextPage() {
        return (size & mask) == 0 ? (long) (mask + 1) * width * Integer.BYTES : 0;
    }

    /** A new row of zeros. */
    int append() {
        int page = size >>> shift;
        if (page == pages.length) {
            int[][] more = new int[pages.length + 1 + (pages.length >> 1)][];
            System.arraycopy(pages, 0, more, 0, pages.length);
            pages = more;
        }
        if ((size & mask) == 0) {
            pages[page] = new int[(mask + 1) * width];
        }
        return size++;
    }
}
