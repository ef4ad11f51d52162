package ca.balise.deid.cells.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;

/**
 * Regroups the cells of a table over subsets of its quasi-identifiers, without building the table of each: a subset's groups are
 * those of a smaller subset, each split by one more variable. One regrouping takes one pass over the cells, about five nanoseconds a
 * cell while the groups fit the cache.
 *
 * <p>A subset is a bit mask: bit i stands for the quasi-identifier at place i. Not safe for use by several threads.
 */
public final class Subsets implements AutoCloseable {

    /** One bit each, and the sign left out. */
    public static final int MAXIMUM_VARIABLES = 62;

    private final CellTable table;
    private final MemoryBudget memory;
    private final GroupSplitter splitter;
    private final GroupSizes sizes;
    private final long claimed;

    /** The groups of the subsets on the way to the current one; the first is everybody. */
    private final int[][] groupsAtDepth;

    private final int[] countAtDepth;

    private Subsets(CellTable table, int depth, MemoryBudget memory, long claimed) {
        this.table = table;
        this.memory = memory;
        this.claimed = claimed;
        this.splitter = new GroupSplitter(table);
        this.sizes = new GroupSizes(table);
        this.groupsAtDepth = new int[depth + 1][table.cells()];
        this.countAtDepth = new int[depth + 1];
        countAtDepth[0] = 1;
    }

    /**
     * Ready to regroup a table with at least one cell and at most {@link #MAXIMUM_VARIABLES} quasi-identifiers.
     *
     * @param maximumSize size of the largest subset asked for
     * @param memory what the arrays are claimed from, until {@link #close}
     * @return empty where there is no room
     */
    public static Optional<Subsets> of(CellTable table, int maximumSize, MemoryBudget memory) {
        long bytes = GroupSplitter.bytes(table)
                + GroupSizes.bytes(table)
                + (maximumSize + 1L) * table.cells() * Integer.BYTES;
        return memory.claim(bytes) ? Optional.of(new Subsets(table, maximumSize, memory, bytes)) : Optional.empty();
    }

    /** What is told of each subset; the groups are valid during the call only. */
    @FunctionalInterface
    public interface Visitor {
        void visit(long subset, Groups groups);
    }

    /**
     * Visits every subset of at most so many quasi-identifiers but the empty one, in the order of the masks as numbers: each subset
     * comes after all that it contains.
     */
    public void forEach(int maximumSize, Visitor visitor) {
        descend(0, table.quasiIdentifiers().size(), 0, maximumSize, visitor);
    }

    /** Highest variable first: so masks ascend though each subset is split off the one without its lowest variable. */
    private void descend(long subset, int below, int depth, int maximumSize, Visitor visitor) {
        if (depth == maximumSize) {
            return;
        }
        for (int variable = 0; variable < below; variable++) {
            split(depth, variable);
            long larger = subset | 1L << variable;
            visitor.visit(larger, groups(depth + 1));
            descend(larger, variable, depth + 1, maximumSize, visitor);
        }
    }

    /** Visits, for each quasi-identifier, the groups over all others. */
    public void forEachLeftOut(ObjIntConsumer<Groups> visitor) {
        if (groupsAtDepth.length <= depthOfLeavingOut(table.quasiIdentifiers().size())) {
            throw new IllegalStateException("made for smaller subsets");
        }
        leaveOut(0, 0, table.quasiIdentifiers().size(), visitor);
    }

    /** The maximum size that {@link #forEachLeftOut} needs. */
    public static int depthOfLeavingOut(int quasiIdentifiers) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(quasiIdentifiers - 1);
    }

    /** The groups at this depth are over all variables but those from the first to before the last. */
    private void leaveOut(int depth, int from, int to, ObjIntConsumer<Groups> visitor) {
        if (to - from == 1) {
            visitor.accept(groups(depth), from);
            return;
        }
        int middle = (from + to) >>> 1;
        splitBy(depth, IntStream.range(middle, to).toArray());
        leaveOut(depth + 1, from, middle, visitor);
        splitBy(depth, IntStream.range(from, middle).toArray());
        leaveOut(depth + 1, middle, to, visitor);
    }

    private void splitBy(int depth, int[] variables) {
        split(depth, variables[0]);
        for (int variable : Arrays.copyOfRange(variables, 1, variables.length)) {
            int[] groups = groupsAtDepth[depth + 1];
            countAtDepth[depth + 1] = splitter.split(groups, countAtDepth[depth + 1], variable, groups);
        }
    }

    private void split(int depth, int variable) {
        countAtDepth[depth + 1] =
                splitter.split(groupsAtDepth[depth], countAtDepth[depth], variable, groupsAtDepth[depth + 1]);
    }

    private Groups groups(int depth) {
        return sizes.of(groupsAtDepth[depth], countAtDepth[depth]);
    }

    /** Gives the memory back. */
    @Override
    public void close() {
        memory.release(claimed);
    }
}
