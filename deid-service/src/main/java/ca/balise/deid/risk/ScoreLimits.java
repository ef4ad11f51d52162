package ca.balise.deid.risk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What scoring may take of the machine. The two together bound the heap: concurrent × memory-bytes must fit in it. */
@ConfigMapping(prefix = "balise.deid.scores")
public interface ScoreLimits {

    /** Scores at once; one more is told to come back. Each occupies a worker thread and its own tables. */
    @WithDefault("2")
    int concurrent();

    /** Memory of the tables of one score, in bytes (128 MiB). Beyond it the data need another engine, and are told so. */
    @WithDefault("134217728")
    long memoryBytes();

    /** The longest a score may take, reading included: two callers just fast enough would hold both places for days. */
    @WithDefault("15M")
    Duration timeLimit();

    /** Bytes of a specification (256 KiB). It is held whole in memory, unlike the data. */
    @WithDefault("262144")
    int specificationBytes();
}
