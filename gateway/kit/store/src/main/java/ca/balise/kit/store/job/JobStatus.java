package ca.balise.kit.store.job;

/** How far a job is. */
public enum JobStatus {
    /** Accepted; it waits for a worker. */
    QUEUED,
    RUNNING,
    /** Done; its result says what came of it. */
    SUCCEEDED,
    /** Ended by a problem. */
    FAILED,
    /** Ended because somebody asked for it. */
    CANCELLED;

    /** Whether nothing of it changes any more. */
    public boolean isFinished() {
        return switch (this) {
            case QUEUED, RUNNING -> false;
            case SUCCEEDED, FAILED, CANCELLED -> true;
        };
    }
}
