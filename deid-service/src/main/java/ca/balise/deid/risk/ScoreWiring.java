package ca.balise.deid.risk;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** The places of this process, as many as its heap has room for. */
class ScoreWiring {

    private static final Logger LOG = Logger.getLogger(ScoreWiring.class);

    /** A caller who was refused comes back after the time it was told, or a little later. */
    private static final int TIMES_PATIENT = 3;

    @Produces
    @Singleton
    ScorePlaces places(ScoreLimits limits) {
        return places(limits, Runtime.getRuntime().maxMemory());
    }

    static ScorePlaces places(ScoreLimits limits, long heap) {
        long room = heap / 100 * limits.heapPercent();
        long wanted = limits.concurrent() * limits.memoryBytes();
        if (room < limits.memoryBytes()) {
            throw new IllegalStateException("a score of balise.deid.scores.memory-bytes = " + limits.memoryBytes()
                    + " does not fit into balise.deid.scores.heap-percent of this heap: " + room);
        }
        if (room < wanted) {
            LOG.warnf(
                    "The heap has room for the tables of %d scores at once, not of %d (balise.deid.scores.concurrent)",
                    room / limits.memoryBytes(), limits.concurrent());
        }
        return new ScorePlaces(
                Math.min(room, wanted),
                limits.memoryBytes(),
                limits.retryAfter().multipliedBy(TIMES_PATIENT));
    }
}
