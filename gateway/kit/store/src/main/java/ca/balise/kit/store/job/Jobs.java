package ca.balise.kit.store.job;

import ca.balise.kit.http.page.Page;
import ca.balise.kit.http.page.PageRequest;
import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Long work. A feature that answers {@code 202} submits it here; callers see its institution's jobs, whichever replica works on them,
 * and auditors see all.
 */
@ApplicationScoped
public class Jobs {

    private final JobStore store;
    private final JobRunner runner;

    Jobs(JobStore store, JobRunner runner) {
        this.store = store;
        this.runner = runner;
    }

    /**
     * Accepts work that this process does and no other can: it ends with the process. Institutions are served in turn. Within a
     * transaction under way the job is part of it, and begins when that is through.
     *
     * @param caller for whom
     * @param kind what it is, UPPER_SNAKE
     * @param work all of it
     * @return the job, {@code QUEUED}; fails with 403, if the caller has no institution, and with 503 {@code JOB_QUEUE_FULL} and
     *     {@code Retry-After}, if too many wait: nothing is stored then
     */
    public Uni<Job> submit(Caller caller, String kind, JobWork work) {
        return runner.submit(caller, kind, work);
    }

    /**
     * Keeps a place for a job to come, before what it is about is read.
     *
     * @param caller for whom
     * @return to be closed, unless a job is submitted with it
     * @throws ca.balise.kit.http.problem.ProblemException 403, if the caller has no institution; 503 {@code JOB_QUEUE_FULL} and
     *     {@code Retry-After}, if too many wait
     */
    public JobPlace reserve(Caller caller) {
        return runner.reserve(caller);
    }

    /** Accepts work on the place that was kept for it; otherwise as {@link #submit(Caller, String, JobWork)}. */
    public Uni<Job> submit(JobPlace place, String kind, JobWork work) {
        return runner.submit(place, kind, work);
    }

    /**
     * Accepts work that this process does, and that another one takes over if this one is lost or stopped. Otherwise as
     * {@link #submit(Caller, String, JobWork)}.
     *
     * @param work the kind of work
     * @param parameters with what; they are written down, and hold no value of the data
     */
    public <P> Uni<Job> submit(Caller caller, ResumableWork<P> work, P parameters) {
        return runner.submit(caller, work, parameters);
    }

    /** The job; fails with 404, if there is none that the caller may see. */
    public Uni<Job> read(Caller caller, UUID id) {
        return store.find(caller, id).onItem().ifNull().failWith(() -> new ProblemException(CommonProblem.NOT_FOUND));
    }

    /** The jobs that the caller may see, newest first. */
    public Uni<Page<Job>> list(Caller caller, PageRequest request) {
        return store.page(caller, request);
    }

    /**
     * Cancels a job. One that waits is cancelled at once. One that runs is asked to stop, wherever it runs, and is cancelled when it
     * has; if it was through before it noticed, it has succeeded.
     *
     * @return the job as it is now; fails with 404, if there is none that the caller may see, 403, if the caller may only see it, and
     *     409, if it is finished
     */
    public Uni<Job> cancel(Caller caller, UUID id) {
        return store.cancel(caller, id)
                .onItem()
                .ifNotNull()
                .invoke(() -> runner.cancelled(id))
                .onItem()
                .ifNull()
                .switchTo(() -> read(caller, id)
                        .onItem()
                        .transformToUni(job -> Uni.createFrom()
                                .failure(new ProblemException(
                                        job.status().isFinished()
                                                ? JobProblem.JOB_FINISHED
                                                : CommonProblem.FORBIDDEN))));
    }
}
