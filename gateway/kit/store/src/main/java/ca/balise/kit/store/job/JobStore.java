package ca.balise.kit.store.job;

import ca.balise.kit.http.page.Page;
import ca.balise.kit.http.page.PageRequest;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.reasoning.BilingualText;
import ca.balise.kit.store.InstitutionScope;
import ca.balise.kit.store.audit.Change;
import ca.balise.kit.store.audit.ChangeRecord;
import ca.balise.kit.store.job.Execution.Hold;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * The rows of jobs. What a caller does is done in the name of that caller; what a replica does, through functions of the database that
 * do this one thing each. A statement that changes a job names the state, and the hold, in which it may.
 */
@ApplicationScoped
class JobStore {

    /** Sees no institution's rows: the functions see what they need. */
    private static final Caller NOBODY = new Caller("jobs", null, Set.of());

    /** Those of {@link JobEntity}, and no other: a native query of entities stumbles over one more. */
    private static final String COLUMNS =
            "id, institution, kind, status, progress, created_at, started_at, finished_at, result,"
                    + " problem, explanation, revision, attempt, caller, parameters, reached";

    private static final String ADD = """
            insert into job (id, institution, kind, owner, caller, parameters)
            values (:id, :institution, :kind, kit.enlist(:owner), cast(:caller as text), cast(:parameters as text))
            """ + "returning " + COLUMNS;

    private static final String CANCEL = """
            update job
               set cancel_requested = true, status = case status when 'QUEUED' then 'CANCELLED' else status end
             where id = :id and status in ('QUEUED', 'RUNNING')
            """ + "returning " + COLUMNS;

    private static final String FINISH = """
            update job
               set status = :status, progress = greatest(progress, :share), result = cast(:result as text),
                   problem = cast(:problem as text), explanation = cast(:explanation as text)""";

    private final InstitutionScope scope;
    private final JobRepository jobs;
    private final ObjectMapper json;

    JobStore(InstitutionScope scope, JobRepository jobs, ObjectMapper json) {
        this.scope = scope;
        this.jobs = jobs;
        this.json = json;
    }

    /** Whether a job that was to be started could be. */
    enum Start {
        STARTED,
        /** Its transaction is still under way, or was undone. */
        NOT_YET,
        /** It is this hold's no longer. */
        GONE
    }

    /**
     * A job that a replica holds, as the database has it.
     *
     * @param job which
     * @param attempt the how-manieth owner the replica is
     * @param cancelRequested whether it is to stop
     */
    record Held(UUID job, int attempt, boolean cancelRequested) {}

    /** A row for a job that waits, in the transaction under way if there is one. */
    Uni<Job> add(Caller caller, Hold hold, String kind, @Nullable Object parameters) {
        return scope.write(
                        caller,
                        session -> session.createNativeQuery(ADD, JobEntity.class)
                                .setParameter("id", hold.job())
                                .setParameter("institution", caller.requireInstitution())
                                .setParameter("kind", kind)
                                .setParameter("owner", hold.replica())
                                .setParameter("caller", parameters == null ? null : write(caller))
                                .setParameter("parameters", parameters == null ? null : write(parameters))
                                .getSingleResult()
                                .map(added -> Change.of(
                                        added, record("job.submitted", caller, hold.job(), Map.of("kind", kind)))))
                .map(this::job);
    }

    /** The job, or {@code null}. */
    Uni<@Nullable Job> find(Caller caller, UUID id) {
        return scope.read(caller, session -> session.find(JobEntity.class, id))
                .map(found -> found == null ? null : job(found));
    }

    Uni<Page<Job>> page(Caller caller, PageRequest request) {
        return scope.read(caller, session -> jobs.newestFirst(request)).map(page -> page.map(this::job));
    }

    /** Cancels a job that waits, asks one that runs to stop; {@code null} if there is none such that the caller may change. */
    Uni<@Nullable Job> cancel(Caller caller, UUID id) {
        return scope.write(
                        caller,
                        session -> session.createNativeQuery(CANCEL, JobEntity.class)
                                .setParameter("id", id)
                                .getSingleResultOrNull()
                                .map(found -> found == null
                                        ? Change.nothing(Optional.<JobEntity>empty())
                                        : Change.of(Optional.of(found), record("job.cancelled", caller, id, Map.of()))))
                .map(found -> found.map(this::job).orElse(null));
    }

    private static ChangeRecord record(String action, Caller caller, UUID job, Map<String, Object> data) {
        return new ChangeRecord(action, caller.requireInstitution(), "job", job, data);
    }

    Uni<Start> start(Execution execution) {
        return scope.write(
                execution.caller(),
                session -> holding(
                                session,
                                execution,
                                "update job set status = 'RUNNING', started_at = clock_timestamp()",
                                "status = 'QUEUED'")
                        .executeUpdate()
                        .flatMap(rows -> rows == 1
                                ? Uni.createFrom().item(Start.STARTED)
                                : isGone(session, execution.hold()).map(gone -> gone ? Start.GONE : Start.NOT_YET))
                        .map(Change::upkeep));
    }

    private static Uni<Boolean> isGone(Mutiny.Session session, Hold hold) {
        return session.createNativeQuery(
                        "select exists (select from job where id = :job and (owner, attempt, status) is distinct from"
                                + " (cast(:owner as uuid), cast(:attempt as integer), 'QUEUED'))",
                        Boolean.class)
                .setParameter("job", hold.job())
                .setParameter("owner", hold.replica())
                .setParameter("attempt", hold.attempt())
                .getSingleResult();
    }

    Uni<Void> progress(Execution execution, double share) {
        return scope.write(
                        execution.caller(),
                        session -> holding(session, execution, "update job set progress = :share", "status = 'RUNNING'")
                                .setParameter("share", share)
                                .executeUpdate()
                                .map(Change::upkeep))
                .replaceWithVoid();
    }

    /** Whether it was written, the job being this hold's; in the transaction under way if there is one. */
    Uni<Boolean> reached(Execution execution, String point) {
        return scope.write(
                        execution.caller(),
                        session -> holding(
                                        session,
                                        execution,
                                        "update job set reached = :point",
                                        "status = 'RUNNING' and parameters is not null")
                                .setParameter("point", point)
                                .executeUpdate()
                                .map(Change::upkeep))
                .map(rows -> rows == 1);
    }

    /** Ends the job, unless it is this hold's no longer. */
    Uni<Void> finish(Execution execution, Outcome outcome) {
        JobFailure failure = outcome.failure();
        return scope.write(
                        execution.caller(),
                        session -> holding(session, execution, FINISH, "status = 'RUNNING'")
                                .setParameter("status", outcome.status().name())
                                .setParameter("share", execution.share())
                                .setParameter("result", outcome.result())
                                .setParameter("problem", failure == null ? null : failure.code())
                                .setParameter(
                                        "explanation",
                                        failure == null
                                                ? null
                                                : write(new Explanation(failure.title(), failure.detail())))
                                .executeUpdate()
                                .map(rows -> rows == 1
                                        ? Change.of(rows, finished(execution, outcome))
                                        : Change.nothing(rows)))
                .replaceWithVoid();
    }

    private static ChangeRecord finished(Execution execution, Outcome outcome) {
        JobFailure failure = outcome.failure();
        return record(
                "job." + outcome.status().name().toLowerCase(Locale.ROOT),
                execution.caller(),
                execution.job(),
                failure == null ? Map.of() : Map.of("problem", failure.code()));
    }

    /** Says that the replica is there. */
    Uni<List<Held>> beat(UUID replica) {
        return scope.write(
                        NOBODY,
                        session -> session.createNativeQuery(
                                        "select cast(job as text), attempt, cancel_requested from kit.beat(:replica)",
                                        Object[].class)
                                .setParameter("replica", replica)
                                .getResultList()
                                .map(Change::upkeep))
                .map(rows -> rows.stream()
                        .map(row -> new Held(UUID.fromString((String) row[0]), (Integer) row[1], (Boolean) row[2]))
                        .toList());
    }

    /** Gives jobs of a replica back that it does not know of: all others go on. */
    Uni<Long> disown(UUID replica, Collection<UUID> ids, int mostLosses) {
        return system(session -> session.createNativeQuery(
                        "select kit.release_jobs(array [cast(:replica as uuid)], :ids, 'REPLICA_LOST', :losses)",
                        Long.class)
                .setParameter("replica", replica)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setParameter("losses", mostLosses));
    }

    /** Gives all jobs of a replica back that stops. */
    Uni<Long> handBack(UUID replica) {
        return system(session -> session.createNativeQuery(
                        "select kit.release_jobs(array [cast(:replica as uuid)], null, 'REPLICA_STOPPED', :losses)",
                        Long.class)
                .setParameter("replica", replica)
                // To be stopped is not to be lost: it does not count.
                .setParameter("losses", Integer.MAX_VALUE));
    }

    Uni<Long> releaseLost(Duration lostAfter, int mostLosses) {
        return system(session -> session.createNativeQuery(
                        "select kit.release_lost_jobs(:millis * interval '1 ms', :losses)", Long.class)
                .setParameter("millis", lostAfter.toMillis())
                .setParameter("losses", mostLosses));
    }

    Uni<Long> forget(Duration finishedFor, int most) {
        return system(session -> session.createNativeQuery(
                        "select kit.forget_jobs(:millis * interval '1 ms', :most)", Long.class)
                .setParameter("millis", finishedFor.toMillis())
                .setParameter("most", most));
    }

    /** Takes jobs that wait for an owner. */
    Uni<List<JobEntity>> claim(UUID replica, Set<String> kinds, int most) {
        return scope.write(
                NOBODY,
                session -> session.createNativeQuery(
                                "select " + COLUMNS
                                        + " from kit.claim_jobs(:replica, string_to_array(:kinds, ','), :most)",
                                JobEntity.class)
                        .setParameter("replica", replica)
                        .setParameter("kinds", String.join(",", kinds))
                        .setParameter("most", most)
                        .getResultList()
                        .map(Change::upkeep));
    }

    private Uni<Long> system(Function<Mutiny.Session, Mutiny.SelectionQuery<Long>> statement) {
        return scope.write(
                NOBODY, session -> statement.apply(session).getSingleResult().map(Change::upkeep));
    }

    /** A statement about a job of this hold, in this state; of any other it finds no row. */
    private static Mutiny.Query<Object> holding(
            Mutiny.Session session, Execution execution, String statement, String state) {
        Hold hold = execution.hold();
        return session.createNativeQuery(
                        statement + " where id = :job and owner = :owner and attempt = :attempt and " + state)
                .setParameter("job", hold.job())
                .setParameter("owner", hold.replica())
                .setParameter("attempt", hold.attempt());
    }

    private Job job(JobEntity row) {
        return new Job(
                row.id,
                row.institution,
                row.kind,
                row.status,
                row.progress,
                row.createdAt,
                row.startedAt,
                row.finishedAt,
                row.result,
                row.problem == null ? null : failure(row.problem, row.explanation),
                row.revision);
    }

    private JobFailure failure(String code, @Nullable String explanation) {
        if (explanation == null) {
            return JobFailure.of(JobProblem.valueOf(code));
        }
        Explanation read = read(explanation, Explanation.class);
        return new JobFailure(code, read.title(), read.detail());
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            // Its message may quote the value.
            throw new IllegalArgumentException(
                    "cannot be written as JSON: " + value.getClass().getName());
        }
    }

    <T> T read(String written, Class<T> type) {
        try {
            return json.readValue(written, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be read back from JSON: " + type.getName());
        }
    }

    /** What a failure says, beside its code. */
    record Explanation(BilingualText title, BilingualText detail) {}
}
