package ca.balise.kit.store.job;

import ca.balise.kit.http.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A kind of work that another replica can take over when the one that began is lost or stopped. Any bean that implements it is found
 * by its kind. What it needs stands in the database until the job is finished, so neither its parameters nor the point it has reached
 * holds a value of the data.
 *
 * <p>It is done for the caller who asked for it, with the roles of that moment.
 *
 * @param <P> its parameters, written and read as JSON
 */
public interface ResumableWork<P> {

    /** UPPER_SNAKE, for ever: a job may outlive the release that accepted it. */
    String kind();

    /** The type of the parameters. */
    Class<P> parameters();

    /**
     * Does it all, or the rest of it after the point that was reached, on a worker thread: it may block and compute. It asks every
     * second or so whether it is still wanted.
     *
     * <p>A replica may be taken for lost while it is only slow, and then two are at it for a moment. Each step whose effect must be
     * there once only says in its own transaction which point it has reached, with {@link JobProgress#reached}: the replica that
     * lost the job cannot commit it.
     *
     * @param caller who asked for it
     * @param parameters with what
     * @param progress says how far it is, and whether it is still wanted
     * @return what came of it, as {@link JobWork#run}
     */
    @Nullable
    Object run(Caller caller, P parameters, JobProgress progress) throws Exception;
}
