package ca.balise.kit.store.job;

import org.jspecify.annotations.Nullable;

/** The work of a job that lives and dies with its process: what it needs, it holds itself. */
@FunctionalInterface
public interface JobWork {

    /**
     * Does it all, on a worker thread: it may block and compute. It asks every second or so whether it is still wanted.
     *
     * @param progress says how far it is, and whether it is still wanted
     * @return what came of it, to be written as JSON: links and figures, never a value of the data; {@code null} if there is nothing
     *     to say
     * @throws ca.balise.kit.http.problem.ProblemException the job has failed with this problem
     * @throws Exception the job has failed by a fault of ours
     */
    @Nullable
    Object run(JobProgress progress) throws Exception;

    /**
     * Lets go of what the work holds, once nobody will run it any more: it is done, or was cancelled while it waited, or its row could
     * not be written. It may come more than once, and must not fail or block.
     */
    default void release() {}
}
