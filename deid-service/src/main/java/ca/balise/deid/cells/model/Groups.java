package ca.balise.deid.cells.model;

/**
 * The cells of a table grouped by some of its quasi-identifiers, with what is counted of each group: a view that its maker soon
 * overwrites.
 */
public final class Groups {

    private final int count;
    private final int[] groupOf;
    private final int[] sizes;
    private final int[] records;

    Groups(int count, int[] groupOf, int[] sizes, int[] records) {
        this.count = count;
        this.groupOf = groupOf;
        this.sizes = sizes;
        this.records = records;
    }

    /** Number of groups: the cells of the table over these quasi-identifiers alone. */
    public int count() {
        return count;
    }

    /** The group of a cell, from 0. */
    public int of(int cell) {
        return groupOf[cell];
    }

    /** Persons in a group. */
    public int size(int group) {
        return sizes[group];
    }

    /** Records in a group. */
    public int records(int group) {
        return records[group];
    }
}
