package ca.balise.deid;

import ca.balise.deid.cells.model.Helpers;
import ca.balise.deid.threshold.model.MinimumCellSizeAdviser;
import ca.balise.deid.threshold.model.MinimumCellSizes;
import ca.balise.kit.reasoning.RuleBook;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.Executors;

/** The things that are one for the whole service: its rules, and its clock. */
class Wiring {

    /** What they run ahead with takes memory beside the tables, and one thread counts what all of them read. */
    private static final int MOST_HELPERS = 7;

    @Produces
    @Singleton
    RuleBook rules() {
        return RuleBook.read(Wiring.class, "/rules/release.yaml");
    }

    @Produces
    @Singleton
    MinimumCellSizeAdviser minimumCellSizes(RuleBook rules) {
        return new MinimumCellSizeAdviser(
                RuleBook.read(Wiring.class, "/rules/minimum-cell-size.yaml"), MinimumCellSizes.of(rules));
    }

    /** One thread fewer than there are processors, up to a limit: whoever reads an upload works too. All uploads share them. */
    @Produces
    @Singleton
    Helpers helpers() {
        int threads = Math.min(MOST_HELPERS, Runtime.getRuntime().availableProcessors() - 1);
        return threads == 0
                ? Helpers.NONE
                : new Helpers(
                        Executors.newFixedThreadPool(
                                threads,
                                Thread.ofPlatform().name("reading-", 0).daemon().factory()),
                        threads);
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
