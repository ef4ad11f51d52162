package ca.balise.kit.store.job;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** Between the work of a job and those who wait for it. Any thread may use it. */
public interface JobProgress {

    /** The job whose work it is: what comes of the work may refer to it, and be forgotten with it. */
    UUID job();

    /**
     * Says how much is done. It costs nothing: it is written down at the next heartbeat.
     *
     * @param share from 0 to 1; less than was said before is passed over
     */
    void report(double share);

    /** Whether the work is no longer wanted: it was cancelled, the process is stopping, or another replica has taken it over. */
    boolean isCancelled();

    /**
     * Ends the work if it is no longer wanted.
     *
     * @throws JobCancelledException if so
     */
    void throwIfCancelled();

    /**
     * Writes down which point was reached, for whoever takes the job over. Inside {@code InstitutionScope.write} it is part of that
     * transaction: both are kept or neither. Only for {@link ResumableWork}.
     *
     * @param point written as JSON; it holds no value of the data
     * @return fails with {@link JobCancelledException}, and so undoes the transaction, if the job is this replica's no longer
     */
    Uni<Void> reached(Object point);

    /** The point that was reached before; empty at the beginning. */
    <T> Optional<T> reached(Class<T> type);
}
