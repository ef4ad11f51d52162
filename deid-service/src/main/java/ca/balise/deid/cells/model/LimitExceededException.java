package ca.balise.deid.cells.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The data are larger than what one request may hold in memory. It names the limit and, where one is to blame, the variable;
 * never a value.
 */
public final class LimitExceededException extends RuntimeException {

    /** What there was too much of; the name is the code on the wire. */
    public enum Limit {
        /** More distinct combinations of quasi-identifiers than allowed, or than fit in the memory of one request. */
        TOO_MANY_CELLS,
        /** More pairs of a cell with a sensitive value, or with a person, than fit in the memory of one request. */
        TOO_MANY_CELL_ENTRIES,
        /** More pairs of a cell with a pattern of missing values than can be matched with each other in time. */
        TOO_MANY_MISSING_PATTERNS,
        /** More records than are counted. */
        TOO_MANY_RECORDS,
        /** More distinct values in one column than allowed. */
        TOO_MANY_DISTINCT_VALUES,
        /** Distinct values of one column longer together than allowed, or than fit in the memory of one request. */
        TOO_MANY_VALUE_BYTES
    }

    private final Limit limit;
    private final long maximum;
    private final @Nullable String variable;

    LimitExceededException(Limit limit, long maximum, @Nullable String variable) {
        super(limit + ": at most " + maximum + (variable == null ? "" : ", variable " + variable));
        this.limit = limit;
        this.maximum = maximum;
        this.variable = variable;
    }

    public Limit limit() {
        return limit;
    }

    /** The most that would have been accepted, in the unit of the limit (cells, entries, records, values, bytes). */
    public long maximum() {
        return maximum;
    }

    /** The name of the variable at fault, if it is one alone. */
    public Optional<String> variable() {
        return Optional.ofNullable(variable);
    }
}
