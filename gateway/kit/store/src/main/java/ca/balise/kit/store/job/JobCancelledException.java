package ca.balise.kit.store.job;

/** Ends the work of a job that is no longer wanted. Work lets it pass. */
public final class JobCancelledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JobCancelledException() {
        super("the job is no longer wanted", null, false, false);
    }
}
