package ca.balise.deid.risk;

import ca.balise.deid.DeidProblem;
import ca.balise.deid.cells.model.Helpers;
import ca.balise.deid.cells.model.LimitExceededException;
import ca.balise.deid.intake.DataProblems;
import ca.balise.deid.intake.model.Dataset;
import ca.balise.deid.intake.model.DatasetReader;
import ca.balise.deid.intake.model.IntakeLimits;
import ca.balise.deid.intake.model.MalformedDataException;
import ca.balise.deid.intake.model.Role;
import ca.balise.deid.intake.model.UnfitDatasetException;
import ca.balise.deid.intake.model.Variable;
import ca.balise.deid.intake.parquet.ParquetIntake;
import ca.balise.deid.release.model.Evidence;
import ca.balise.deid.release.model.IdentifierFindings;
import ca.balise.deid.release.model.Opinion;
import ca.balise.deid.release.model.ReleasePlan;
import ca.balise.deid.release.model.ReleaseRules;
import ca.balise.deid.release.model.SampleEvidence;
import ca.balise.deid.risk.model.Measures;
import ca.balise.deid.risk.model.Milestones;
import ca.balise.deid.risk.model.PopulationBasis;
import ca.balise.deid.risk.model.PopulationMeasures;
import ca.balise.deid.risk.model.RiskMeasures;
import ca.balise.deid.risk.model.SensitiveMeasures;
import ca.balise.deid.specification.CheckSpecification.Checked;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.reasoning.RuleBook;
import ca.balise.kit.store.job.JobCancelledException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Use case: read records once, measure the cells they form, and judge whether they may be released. Made at start, so that its places
 * are seen before the first score.
 */
@Startup
@ApplicationScoped
public class ScoreDataset {

    /** So few that a neighbour knows them. */
    private static final int FEW_VARIABLES = 2;

    /** What the measures are of the whole; the rest looks for what would have to change. */
    private static final double BEFORE_THE_PLAN = 0.8;

    private final RuleBook book;
    private final ReleaseRules rules;
    private final ReleasePlan plan;
    private final IntakeLimits limits;
    private final Helpers helpers;
    private final ScorePlaces places;
    private final ScoreLimits settings;
    private final Vertx vertx;
    private final MeterRegistry metrics;
    private final Clock clock;

    ScoreDataset(
            RuleBook book,
            ScoreLimits limits,
            Helpers helpers,
            ScorePlaces places,
            ParquetIntake parquet,
            Vertx vertx,
            MeterRegistry metrics,
            Clock clock) {
        this.book = book;
        this.rules = new ReleaseRules(book);
        this.plan = new ReleasePlan(book, helpers);
        this.limits = new IntakeLimits(
                IntakeLimits.DEFAULT.columns(),
                IntakeLimits.DEFAULT.recordBytes(),
                places.one(),
                IntakeLimits.DEFAULT.dictionaries(),
                IntakeLimits.DEFAULT.cells());
        this.helpers = helpers;
        this.places = places;
        this.settings = limits;
        this.vertx = vertx;
        this.metrics = metrics;
        this.clock = clock;
        ScoreMetrics.PLACES.gauge(metrics, places::count);
        ScoreMetrics.RUNNING.gauge(metrics, places::active);
        ScoreMetrics.MEMORY.gauge(metrics, places::taken);
        ScoreMetrics.PARQUET.gauge(metrics, parquet::bytesHeld);
    }

    /** What one data set may hold. */
    public IntakeLimits limits() {
        return limits;
    }

    /**
     * Scores one data set while its caller waits.
     *
     * @param caller whose it is
     * @param opening opens the body once there is a place for it; its records are read to their end and not kept
     * @throws ProblemException if no place is free; or if the data are malformed, do not fit, or are too large
     * @throws IOException if the caller's connection fails
     */
    public Score score(Caller caller, Opening opening) throws IOException {
        return metered(clock -> {
            try (ScorePlaces.Place _ = places.take(institutionOf(caller)).orElseThrow(this::tooMany)) {
                Upload upload = opening.open();
                Dataset dataset = read(upload, settings.timeLimit());
                return given(clock, judge(upload.specification(), dataset, Milestones.NONE));
            }
        });
    }

    /** A place for a score that is measured later. */
    ScorePlaces.Place placeToWait(Caller caller) {
        return places.takeToWait(institutionOf(caller)).orElseThrow(this::tooMany);
    }

    /** Whoever belongs to no institution is one of those who do not. */
    private static String institutionOf(Caller caller) {
        return Objects.requireNonNullElse(caller.institution(), "");
    }

    private ProblemException tooMany() {
        return new ProblemException(DeidProblem.TOO_MANY_SCORES)
                .with("Retry-After", Long.toString(settings.retryAfter().toSeconds()));
    }

    /** A part of the work of a score. */
    @FunctionalInterface
    interface Work<T> {
        T done(Timer.Sample clock) throws IOException;
    }

    /** Counts what is refused. */
    <T> T metered(Work<T> work) throws IOException {
        try {
            return work.done(Timer.start(metrics));
        } catch (IOException | RuntimeException failure) {
            ScoreMetrics.REFUSED.counter(metrics, reason(failure)).increment();
            throw failure;
        }
    }

    private static String reason(Exception failure) {
        return switch (failure) {
            case ProblemException refused -> refused.type().name();
            case JobCancelledException _ -> "CANCELLED";
            default -> "FAILED";
        };
    }

    /** Counts what was given. */
    Score given(Timer.Sample clock, Score score) {
        clock.stop(ScoreMetrics.DURATION.timer(metrics, score.verdict().name()));
        ScoreMetrics.RECORDS.summary(metrics).record((double) score.records());
        return score;
    }

    /**
     * Reads and counts every record; nothing but the counts is kept.
     *
     * @param longest the time that may take
     */
    Dataset read(Upload upload, Duration longest) throws IOException {
        Checked specification = upload.specification();
        var late = new AtomicBoolean();
        long timer = vertx.setTimer(longest.toMillis(), now -> late.set(true));
        try (var reader = new DatasetReader(
                specification.variables(),
                specification.weightVariable().orElse(null),
                limits,
                helpers,
                () -> requireTime(late, longest))) {
            upload.records().feed(reader);
            return reader.dataset().asOf(LocalDate.now(clock).getYear());
        } catch (MalformedDataException malformed) {
            throw DataProblems.of(malformed);
        } catch (UnfitDatasetException unfit) {
            throw DataProblems.of(unfit);
        } catch (LimitExceededException exceeded) {
            throw DataProblems.of(exceeded);
        } finally {
            vertx.cancelTimer(timer);
        }
    }

    /** Records keep coming, for a body that stalls is ended elsewhere: so each block of them is a good moment to look. */
    private static void requireTime(AtomicBoolean late, Duration longest) {
        if (late.get()) {
            throw new ProblemException(DeidProblem.SCORE_TOOK_TOO_LONG, longest.toSeconds());
        }
    }

    /** Measures what was read, and says whether it may be released. */
    Score judge(Checked specification, Dataset dataset, Milestones milestones) {
        Measures measures = measure(specification, dataset, milestones);
        milestones.reached(BEFORE_THE_PLAN);
        RiskMeasures risk = measures.risk();
        List<SensitiveMeasures> sensitive = measures.sensitive().variables();
        var identifiers = IdentifierFindings.of(
                dataset.profiles(), specification.variables(), specification.cleared(), rules.shares());
        boolean keyed = dataset.table().hasPersonKey();
        var evidence = new Evidence(
                risk.records(),
                risk.recordsBelowMinimum(),
                risk.cells(),
                risk.cellsBelowMinimum(),
                risk.uniqueCells(),
                keyed
                        ? everyRecordNamesAPerson(specification, dataset)
                        : specification.oneRecordPerPerson().isTrue(),
                keyed,
                dataset.suppressedRecords(),
                dataset.table().quasiIdentifiers().size(),
                identifiers,
                names(sensitive, SensitiveMeasures::homogeneousCells),
                names(sensitive, SensitiveMeasures::maybeHomogeneousCells),
                measures.subsets().recordsUniqueOnAtMost(FEW_VARIABLES),
                sample(specification, measures.populationRisk().population()));
        Opinion opinion = rules.judge(evidence, specification.circumstances(), specification.minimum());
        var plan = this.plan.of(dataset.table(), specification.minimum(), evidence, opinion);
        return Score.of(dataset, specification.minimum(), measures, opinion, plan, book.version());
    }

    private static Measures measure(Checked specification, Dataset dataset, Milestones milestones) {
        try {
            return Measures.of(
                    dataset.table(),
                    specification.minimum(),
                    specification.measured(),
                    dataset.memory(),
                    share -> milestones.reached(share * BEFORE_THE_PLAN));
        } catch (LimitExceededException exceeded) {
            throw DataProblems.of(exceeded);
        }
    }

    private static SampleEvidence sample(Checked specification, @Nullable PopulationMeasures population) {
        return population == null
                ? SampleEvidence.NONE
                : new SampleEvidence(
                        population.smallestCell(),
                        population.basis() != PopulationBasis.KNOWN_CELLS,
                        specification.measured().sample().isStatedSound());
    }

    /** A record without a key may be of a person already counted, or of one more. */
    private static boolean everyRecordNamesAPerson(Checked specification, Dataset dataset) {
        Set<String> keys = specification.variables().stream()
                .filter(variable -> variable.role() == Role.PERSON_KEY)
                .map(Variable::name)
                .collect(Collectors.toSet());
        return dataset.profiles().stream()
                .filter(profile -> keys.contains(profile.name()))
                .allMatch(profile -> profile.missing() == 0);
    }

    private static List<String> names(List<SensitiveMeasures> sensitive, ToIntFunction<SensitiveMeasures> cells) {
        return sensitive.stream()
                .filter(measures -> cells.applyAsInt(measures) > 0)
                .map(SensitiveMeasures::name)
                .toList();
    }
}
