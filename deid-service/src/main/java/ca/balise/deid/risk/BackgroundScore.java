package ca.balise.deid.risk;

import ca.balise.deid.intake.model.Dataset;
import ca.balise.deid.risk.ScorePlaces.Place;
import ca.balise.deid.specification.CheckSpecification.Checked;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.Background;
import ca.balise.kit.store.job.JobProgress;
import ca.balise.kit.store.job.JobWork;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A score whose data have been read, and that is yet to be measured. It holds the counts, and of its place what they take; when its turn
 * comes it takes the whole place again.
 */
final class BackgroundScore implements JobWork {

    /** How often it is looked whether the score is still wanted. */
    private static final Duration LOOK = Duration.ofMillis(500);

    /** Tables of persons and sensitive values are counted apart, and get so much of a place (see {@code RecordCounter}). */
    private static final int APART = 8;

    private final Caller caller;
    private final Checked specification;
    private final Place place;
    private final ScoreDataset score;
    private final KeptScores kept;
    private final Background background;
    private final Timer.Sample clock;
    private @Nullable Dataset dataset;

    BackgroundScore(
            Caller caller,
            Checked specification,
            Dataset dataset,
            Place place,
            ScoreDataset score,
            KeptScores kept,
            Background background,
            Timer.Sample clock) {
        this.caller = caller;
        this.specification = specification;
        this.dataset = dataset;
        this.place = place;
        this.score = score;
        this.kept = kept;
        this.background = background;
        this.clock = clock;
    }

    /** Waits for its turn, with no more of its place than it needs for that. */
    void rest(long wholePlace) {
        Dataset read = dataset;
        if (read != null) {
            place.keep(read.memory().claimed() + wholePlace / APART);
        }
    }

    @Override
    public ScoreHeadline run(JobProgress progress) throws Exception {
        try {
            while (!place.resume(LOOK)) {
                progress.throwIfCancelled();
            }
            Score made = score.metered(_ -> score.given(clock, measure(progress)));
            progress.throwIfCancelled();
            UUID id = background.await(() -> kept.keep(caller, progress.job(), made));
            return ScoreHeadline.of(id, made);
        } finally {
            release();
        }
    }

    private Score measure(JobProgress progress) {
        Dataset read = dataset;
        if (read == null) {
            throw new IllegalStateException("a score is measured once");
        }
        return score.judge(specification, read, share -> {
            progress.throwIfCancelled();
            progress.report(share);
        });
    }

    @Override
    public void release() {
        dataset = null;
        place.close();
    }
}
