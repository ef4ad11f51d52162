package ca.balise.genai.determination.model;

import ca.balise.kit.reasoning.Fact;
import ca.balise.kit.reasoning.Inquiry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The conditions of an exception, all of which must be met, as they are gone through. */
final class Conditions {

    private final Inquiry look;
    private final boolean dayKnown;
    private final Set<Fact<?>> missing = new LinkedHashSet<>();
    private boolean lacking;
    private boolean failed;
    private boolean open;

    Conditions(Inquiry look, boolean dayKnown) {
        this.look = look;
        this.dayKnown = dayKnown;
    }

    /** Notes how a condition stands, and what it lacks; an open one lacks the day in force. */
    Standing put(Standing standing, Fact<?>... lacks) {
        switch (standing) {
            case MET -> {}
            case LACKING -> {
                lacking = true;
                missing.addAll(List.of(lacks));
            }
            case FAILED -> {
                failed = true;
                missing.addAll(List.of(lacks));
            }
            case OPEN -> {
                open = true;
                missing.add(SuspensionFacts.IN_FORCE_FROM);
            }
        }
        return standing;
    }

    /** Whether a brief inquiry has heard enough: nothing that follows makes the exception met, or open. */
    boolean areSettled() {
        return look.isBrief() && (failed || (lacking && dayKnown));
    }

    /** A definite failure wins over an unknown day, and an unknown day over what is merely not shown. */
    ExemptionState state() {
        if (failed) {
            return ExemptionState.NOT_MET;
        }
        if (open) {
            return ExemptionState.INDETERMINATE;
        }
        return lacking ? ExemptionState.NOT_MET : ExemptionState.MET;
    }

    List<Fact<?>> missing() {
        return List.copyOf(missing);
    }
}
