package ca.balise.genai.determination.model;

import ca.balise.kit.reasoning.Fact;
import ca.balise.kit.reasoning.Inquiry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The conditions of an exception, all of which must be met, as they are gone through. */
final class Conditions {

    private final Inquiry look;
    private final boolean dayKnown;
    private final Set<Fact<?>> missing = new LinkedHashSet<>();
    private Standing all = Standing.MET;

    Conditions(Inquiry look, boolean dayKnown) {
        this.look = look;
        this.dayKnown = dayKnown;
    }

    /** Notes how a condition stands, and what it lacks where it is not met; an open one lacks the day in force. */
    Standing put(Standing standing, Fact<?>... lacks) {
        all = all.and(standing);
        if (standing == Standing.LACKING || standing == Standing.FAILED) {
            missing.addAll(List.of(lacks));
        }
        return standing;
    }

    boolean haveFailed() {
        return all == Standing.FAILED;
    }

    /** Whether a brief inquiry has heard enough: nothing that follows makes the exception met, or open. */
    boolean areSettled() {
        return look.isBrief() && (haveFailed() || (dayKnown && all == Standing.LACKING));
    }

    ExemptionState state() {
        return switch (all) {
            case MET -> ExemptionState.MET;
            case OPEN -> ExemptionState.INDETERMINATE;
            case LACKING, FAILED -> ExemptionState.NOT_MET;
        };
    }

    List<Fact<?>> missing() {
        return Stream.concat(
                        all == Standing.OPEN ? Stream.of(SuspensionFacts.IN_FORCE_FROM) : Stream.empty(),
                        missing.stream())
                .toList();
    }
}
