package ca.balise.deid.risk;

import ca.balise.kit.http.observe.Metric;
import java.util.List;

/** The metrics of scoring. A data set itself is never in one: neither its size alone nor its institution says whose it is. */
public final class ScoreMetrics {

    public static final Metric DURATION = Metric.ofTime(
            "balise.scores.duration",
            "Scores given, from the first record to the verdict, by verdict. The time includes the upload, whose pace is the caller's.",
            "verdict");

    public static final Metric RECORDS =
            Metric.ofAmount("balise.scores.records", "records", "Records of each data set that was scored.");

    public static final Metric REFUSED = Metric.ofCount(
            "balise.scores.refused",
            "scores",
            "Scores asked for and not given, by the code of the problem. BODY_INTERRUPTED: the caller left in mid-upload; CANCELLED: with its job; FAILED: a fault of"
                    + " ours.",
            "reason");

    public static final Metric RUNNING =
            Metric.ofState("balise.scores.running", "scores", "Scores that this replica reads or measures.");

    public static final Metric PLACES = Metric.ofState(
            "balise.scores.places",
            "scores",
            "Scores that this replica takes at once: balise.deid.scores.concurrent, or fewer in a small heap.");

    public static final Metric MEMORY = Metric.ofState(
            "balise.scores.memory",
            "bytes",
            "Heap set aside for the tables of scores: a place whole for each that is read or measured, the table of each that waits.");

    public static final Metric PARQUET = Metric.ofState(
            "balise.scores.parquet", "bytes", "Parquet files in the memory file system, while they are read.");

    public static final List<Metric> ALL = List.of(DURATION, RECORDS, REFUSED, RUNNING, PLACES, MEMORY, PARQUET);

    private ScoreMetrics() {}
}
