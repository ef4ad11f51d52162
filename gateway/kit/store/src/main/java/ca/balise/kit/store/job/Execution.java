package ca.balise.kit.store.job;

import ca.balise.kit.http.security.Caller;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job in the hands of a replica, from the moment it is accepted until its end is written down. */
final class Execution implements JobProgress {

    private final Hold hold;
    private final String kind;
    private final Caller caller;
    private final JobWork work;
    private final JobStore store;
    private final long acceptedAt = System.nanoTime();

    private volatile @Nullable String reached;
    private volatile double share;
    private volatile double told;
    private volatile boolean unwanted;
    private volatile boolean abandoned;
    private volatile boolean known;
    private volatile @Nullable Outcome outcome;

    Execution(Hold hold, String kind, Caller caller, @Nullable String reached, JobWork work, JobStore store) {
        this.hold = hold;
        this.kind = kind;
        this.caller = caller;
        this.reached = reached;
        this.work = work;
        this.store = store;
    }

    /**
     * The right of one replica to say how a job goes on. Once another replica has the job, no statement that names this one finds it.
     *
     * @param job which
     * @param replica whose it is
     * @param attempt the how-manieth owner that is
     */
    record Hold(UUID job, UUID replica, int attempt) {}

    Hold hold() {
        return hold;
    }

    @Override
    public UUID job() {
        return hold.job();
    }

    String kind() {
        return kind;
    }

    Caller caller() {
        return caller;
    }

    String institution() {
        return caller.requireInstitution();
    }

    JobWork work() {
        return work;
    }

    long nanosSinceAccepted() {
        return System.nanoTime() - acceptedAt;
    }

    /** Whether the database has been heard to hold it: from then on its absence there means something. */
    boolean isKnown() {
        return known;
    }

    void becomeKnown() {
        known = true;
    }

    void cancel() {
        unwanted = true;
    }

    /** It is somebody else's, or nobody's: it is to stop, and what becomes of it here is not written down. */
    void abandon() {
        abandoned = true;
        unwanted = true;
    }

    boolean isAbandoned() {
        return abandoned;
    }

    @Nullable
    Outcome outcome() {
        return outcome;
    }

    void end(Outcome how) {
        outcome = how;
    }

    double share() {
        return share;
    }

    /** Writes down how much is done, if that is more than what stands there. */
    Uni<Void> tell() {
        double now = share;
        return now <= told
                ? Uni.createFrom().voidItem()
                : store.progress(this, now).invoke(() -> told = now);
    }

    @Override
    public void report(double done) {
        if (!(done >= 0 && done <= 1)) {
            throw new IllegalArgumentException("a share is from 0 to 1");
        }
        synchronized (this) {
            share = Math.max(share, done);
        }
    }

    @Override
    public boolean isCancelled() {
        return unwanted;
    }

    @Override
    public void throwIfCancelled() {
        if (unwanted) {
            throw new JobCancelledException();
        }
    }

    @Override
    public Uni<Void> reached(Object point) {
        String written = store.write(point);
        return store.reached(this, written)
                .onItem()
                .invoke(ours -> {
                    if (!ours) {
                        abandon();
                        throw new JobCancelledException();
                    }
                    reached = written;
                })
                .replaceWithVoid();
    }

    @Override
    public <T> Optional<T> reached(Class<T> type) {
        String written = reached;
        return written == null ? Optional.empty() : Optional.of(store.read(written, type));
    }
}
