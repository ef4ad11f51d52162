package ca.balise.kit.http.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a request body may be. */
@ConfigMapping(prefix = "balise.http.body")
public interface BodyLimits {

    /**
     * Bytes of a body that is read whole into memory (64 KiB). JSON grows up to fortyfold when it becomes objects, and some dozens of
     * callers may send one at once: with a mebibyte each that ended the process.
     */
    @WithDefault("65536")
    long wholeBytes();

    /**
     * Bytes a second that a body must at least arrive with, over {@link #paceWindow()}: a worker thread waits for each, and a few
     * callers that send a byte a minute would hold them all.
     */
    @WithDefault("65536")
    long slowestBytesPerSecond();

    @WithDefault("30S")
    Duration paceWindow();

    /**
     * How many times larger than what arrived an inflated body may grow, once past 1 MiB: ordinary tables compress up to some
     * hundredfold, a bomb a thousandfold. It would keep a thread busy for hours.
     */
    @WithDefault("300")
    int inflation();
}
