package ca.balise.kit.store.job;

import org.jspecify.annotations.Nullable;

/**
 * How the work of a job ended.
 *
 * @param status a finished one
 * @param result what came of it, as JSON
 * @param failure why it failed
 */
record Outcome(
        JobStatus status, @Nullable String result, @Nullable JobFailure failure) {

    static Outcome succeeded(@Nullable String result) {
        return new Outcome(JobStatus.SUCCEEDED, result, null);
    }

    static Outcome failed(JobFailure failure) {
        return new Outcome(JobStatus.FAILED, null, failure);
    }

    static Outcome cancelled() {
        return new Outcome(JobStatus.CANCELLED, null, null);
    }
}
