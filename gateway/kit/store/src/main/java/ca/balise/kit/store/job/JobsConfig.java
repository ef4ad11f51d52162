package ca.balise.kit.store.job;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many jobs a process takes, and how long what is known of them is believed. */
@ConfigMapping(prefix = "balise.jobs")
public interface JobsConfig {

    /** Jobs that one process works on at once. Each may use a processor whole, and requests need one too. */
    @WithDefault("2")
    int workers();

    /** Jobs that wait in one process. Each may hold what it was given in memory; beyond it new ones are answered 503. */
    @WithDefault("64")
    int queue();

    /** How many of them may be one institution's, so that the queue is never all its own. */
    @WithDefault("16")
    int queueOfOne();

    /** What a refused caller is told to wait. */
    @WithDefault("30s")
    Duration retryAfter();

    /**
     * How often a process says that it is there, writes down how far its jobs are, and hears which of them were cancelled elsewhere.
     */
    @WithDefault("2s")
    Duration beat();

    /**
     * How long after its last heartbeat a process is taken for lost: many heartbeats, and longer than a stop of the garbage collector
     * or a database that changes its primary.
     */
    @WithDefault("30s")
    Duration lostAfter();

    /** How often one of the processes looks for jobs of lost ones. */
    @WithDefault("10s")
    Duration sweepEvery();

    /** How many processes a job may lose before it counts as failed: it may be what kills them. */
    @WithDefault("3")
    int mostLosses();

    /** How long a finished job can be read. */
    @WithDefault("7d")
    Duration forgetAfter();

    /** How jobs are followed. */
    Follow follow();

    /** How jobs are followed. */
    interface Follow {

        /** How often a job that is followed is read again. */
        @WithDefault("1s")
        Duration poll();

        /** The longest silence: proxies close what is silent for a minute, the door after two. */
        @WithDefault("15s")
        Duration heartbeat();

        /** How long one stream lasts: its token was judged at its beginning only. A caller who wants more comes again. */
        @WithDefault("15m")
        Duration longest();

        /** Callers who follow at once: each costs the database a read a poll. */
        @WithDefault("200")
        int most();
    }
}
