package ca.balise.deid.risk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What scoring may take of the machine. */
@ConfigMapping(prefix = "balise.deid.scores")
public interface ScoreLimits {

    /**
     * Scores at once; one more is told to come back. Each occupies a thread and its own tables. Fewer where the heap has no room for
     * the tables of so many: see {@link #heapPercent()}.
     */
    @WithDefault("4")
    int concurrent();

    /**
     * Memory of the tables of one score, in bytes (64 MiB). Beyond it the data need another engine, and are told so. It does not depend
     * on what else is scored: the same data are scored or refused whenever they come.
     */
    @WithDefault("67108864")
    long memoryBytes();

    /** The share of the heap that all tables may take together; the rest is for requests, answers and what the program itself needs. */
    @WithDefault("55")
    int heapPercent();

    /** How long a score that was refused for want of a place is told to wait. */
    @WithDefault("5S")
    Duration retryAfter();

    /** The longest a score may take that its caller waits for, reading included: callers just fast enough would hold all places for days. */
    @WithDefault("15M")
    Duration timeLimit();

    /** The longest the data of a score may take to be read that nobody waits for. */
    @WithDefault("1H")
    Duration backgroundTimeLimit();

    /** Bytes of data, inflated, that are scored while the caller waits (2 GiB); more are scored in the background. */
    @WithDefault("2147483648")
    long synchronousBytes();

    /** Bytes of a specification (256 KiB). It is held whole in memory, unlike the data. */
    @WithDefault("262144")
    int specificationBytes();
}
