package ca.balise.deid;

import ca.balise.deid.threshold.model.MinimumCellSizeAdviser;
import ca.balise.deid.threshold.model.MinimumCellSizes;
import ca.balise.kit.reasoning.RuleBook;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The things that are one for the whole service: its rules, and its clock. */
class Wiring {

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

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
