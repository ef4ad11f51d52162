package ca.balise.kit.store;

import ca.balise.kit.http.observe.Metric;
import java.util.List;

/** The metrics of a service's database, and of what the kit keeps in it. */
public final class StoreMetrics {

    public static final Metric TRANSACTIONS = Metric.ofTime(
            "balise.transactions",
            "Transactions, from asking for a connection to the end. Access is READ or WRITE; the outcome COMMITTED, FAILED (rolled back:"
                    + " refused by the use case, or a fault) or UNAVAILABLE.",
            "access",
            "outcome");

    public static final Metric OUTAGES = Metric.ofCount(
            "balise.database.outages",
            "requests",
            "Requests answered UNAVAILABLE because of the database. The reason is AWAY (no connection, or it broke) or LATE (no answer in"
                    + " time).",
            "reason");

    public static final Metric AUDIT_APPENDED =
            Metric.ofCount("balise.audit.appended", "rows", "Rows appended to the audit chain.");

    public static final Metric IDEMPOTENCY_REPLAYS = Metric.ofCount(
            "balise.idempotency.replays",
            "answers",
            "Answers given a second time, to a request repeated with its key.");

    public static final Metric JOBS_SUBMITTED =
            Metric.ofCount("balise.jobs.submitted", "jobs", "Jobs accepted, by their kind.", "kind");

    public static final Metric JOBS_DURATION = Metric.ofTime(
            "balise.jobs.duration",
            "Jobs that ended, from their start, by their kind and their status: SUCCEEDED, FAILED or CANCELLED.",
            "kind",
            "status");

    public static final Metric JOBS_QUEUED =
            Metric.ofState("balise.jobs.queued", "jobs", "Jobs that wait for a place in this replica.");

    public static final Metric JOBS_RUNNING =
            Metric.ofState("balise.jobs.running", "jobs", "Jobs that this replica runs now.");

    public static final List<Metric> ALL = List.of(
            TRANSACTIONS,
            OUTAGES,
            AUDIT_APPENDED,
            IDEMPOTENCY_REPLAYS,
            JOBS_SUBMITTED,
            JOBS_DURATION,
            JOBS_QUEUED,
            JOBS_RUNNING);

    private StoreMetrics() {}
}
