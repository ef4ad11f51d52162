package ca.balise.kit.store.audit;

import java.util.List;

/**
 * What a write did: its result, and what is recorded of it. A write cannot answer without one, so none can forget its record.
 *
 * @param <T> the result
 */
public final class Change<T> {

    private final T value;
    private final List<ChangeRecord> records;

    private Change(T value, List<ChangeRecord> records) {
        this.value = value;
        this.records = records;
    }

    /** A change of one record. */
    public static <T> Change<T> of(T value, ChangeRecord recorded) {
        return new Change<>(value, List.of(recorded));
    }

    /**
     * A change of several records, in the order in which they are recorded.
     *
     * @throws IllegalArgumentException if there is none: to change nothing is to say {@link #nothing}
     */
    public static <T> Change<T> of(T value, List<ChangeRecord> recorded) {
        if (recorded.isEmpty()) {
            throw new IllegalArgumentException("a change without a record");
        }
        return new Change<>(value, List.copyOf(recorded));
    }

    /**
     * The record was already so, and nothing was changed; or everything that was changed was recorded by the writes inside this one.
     * Never a way to change something unseen.
     */
    public static <T> Change<T> nothing(T value) {
        return new Change<>(value, List.of());
    }

    /**
     * The kit kept its own machinery going: a heartbeat, the progress of a job, a lease. No record of anybody's changed, and nothing is
     * recorded. For the kit alone.
     */
    public static <T> Change<T> upkeep(T value) {
        return new Change<>(value, List.of());
    }

    /** The result. */
    public T value() {
        return value;
    }

    /** What is recorded; empty only for {@link #nothing} and {@link #upkeep}. */
    public List<ChangeRecord> records() {
        return records;
    }
}
