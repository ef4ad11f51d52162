package ca.balise.deid;

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
    Clock clock() {
        return Clock.systemUTC();
    }
}
