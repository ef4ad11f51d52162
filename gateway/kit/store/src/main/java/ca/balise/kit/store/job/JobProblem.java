package ca.balise.kit.store.job;

import ca.balise.kit.http.problem.ProblemType;

/** What can go wrong with any job. The last three are why one failed; nobody is answered with their status. */
public enum JobProblem implements ProblemType {
    /** It cannot be cancelled any more. */
    JOB_FINISHED(409),
    /** No more jobs are taken in for now. */
    JOB_QUEUE_FULL(503),
    /** No more callers follow jobs for now. */
    TOO_MANY_FOLLOWERS(503),
    /** The process that worked on it is gone. */
    REPLICA_LOST(503),
    /** The process that worked on it was stopped. */
    REPLICA_STOPPED(503),
    /** A fault of ours. */
    JOB_FAULT(500);

    private final int status;

    JobProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
