package ca.balise.deid.risk;

import ca.balise.deid.intake.model.Dataset;
import ca.balise.deid.risk.ScorePlaces.Place;
import ca.balise.kit.http.preference.Preferences;
import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.Background;
import ca.balise.kit.store.idempotency.StreamedRequest;
import ca.balise.kit.store.job.Job;
import ca.balise.kit.store.job.JobBody;
import ca.balise.kit.store.job.JobPlace;
import ca.balise.kit.store.job.Jobs;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Use case: score a data set without letting its caller wait for the measures. The data are read and counted while they arrive, as
 * always, for they can be kept nowhere; what takes long, and is left to a job, is the measuring of the counts. So a job that was
 * accepted needs nothing of its caller any more, and one that cannot be is refused before a byte of its data is read.
 */
@ApplicationScoped
public class ScoreInBackground {

    /** The kind of such a job. */
    static final String KIND = "SCORE";

    private final ScoreDataset score;
    private final ScorePlaces places;
    private final ScoreLimits limits;
    private final KeptScores kept;
    private final Jobs jobs;
    private final Background background;

    ScoreInBackground(
            ScoreDataset score,
            ScorePlaces places,
            ScoreLimits limits,
            KeptScores kept,
            Jobs jobs,
            Background background) {
        this.score = score;
        this.places = places;
        this.limits = limits;
        this.kept = kept;
        this.jobs = jobs;
        this.background = background;
    }

    /**
     * Reads a data set, and begins a job that measures it.
     *
     * @param request the request, through which the opening reads
     * @return 202 with the address of the job
     * @throws ProblemException 403, if the caller has no institution; 503, if no place or no job is free; or what is wrong with the data
     */
    RestResponse<Object> accept(Caller caller, StreamedRequest request, Opening opening) throws IOException {
        caller.requireInstitution();
        if (request.isKnown()) {
            return replay(request, opening);
        }
        return score.metered(clock -> {
            var handedOver = new AtomicBoolean();
            Place place = null;
            try (JobPlace queued = jobs.reserve(caller)) {
                place = score.placeToWait(caller);
                Upload upload = opening.open();
                Dataset dataset = score.read(upload, limits.backgroundTimeLimit());
                request.drain();
                var work = new BackgroundScore(
                        caller, upload.specification(), dataset, place, score, kept, background, clock);
                work.rest(places.one());
                return await(request.answer(() -> {
                    handedOver.set(true);
                    return jobs.submit(queued, KIND, work).map(ScoreInBackground::accepted);
                }));
            } finally {
                if (place != null && !handedOver.get()) {
                    place.close();
                }
            }
        });
    }

    /** The same request again, if it is the same: it is read, and nothing is counted. */
    private static RestResponse<Object> replay(StreamedRequest request, Opening opening) throws IOException {
        Upload _ = opening.open();
        request.drain();
        return await(request.answer(() -> {
            // It was kept when the request began, and its time was over when it ended.
            throw new ProblemException(CommonProblem.IDEMPOTENCY_KEY_IN_FLIGHT).with("Retry-After", "1");
        }));
    }

    private static RestResponse<Object> accepted(Job job) {
        RestResponse<JobBody> answer = JobBody.accepted("/deid/v1", job);
        return RestResponse.ResponseBuilder.<Object>create(RestResponse.Status.ACCEPTED, answer.getEntity())
                .location(answer.getLocation())
                .header(Preferences.APPLIED, Preferences.RESPOND_ASYNC)
                .build();
    }

    static <T> T await(Uni<T> answer) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> answer);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
