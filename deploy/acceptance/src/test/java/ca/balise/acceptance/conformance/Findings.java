package ca.balise.acceptance.conformance;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a check finds while it looks: all of it, not only the first fault. */
final class Findings {

    private final Set<String> faults = new LinkedHashSet<>();
    private final Set<String> notes = new LinkedHashSet<>();

    void fault(String reason) {
        faults.add(reason);
    }

    /** Notes a fault unless something holds; returns whether it does. */
    boolean require(boolean holds, String reason) {
        if (!holds) {
            faults.add(reason);
        }
        return holds;
    }

    /** Notes a fault unless the answer has one of these statuses; returns whether it has. */
    boolean status(String when, Answer answer, int... expected) {
        return require(
                Arrays.stream(expected).anyMatch(status -> status == answer.status()),
                when + ": " + answer.told() + " instead of "
                        + String.join(
                                " or ",
                                Arrays.stream(expected)
                                        .mapToObj(String::valueOf)
                                        .toList()));
    }

    /** Says what was left untried, for the table. */
    void note(String note) {
        notes.add(note);
    }

    boolean isSound() {
        return faults.isEmpty();
    }

    Outcome outcome() {
        return faults.isEmpty()
                ? new Outcome.Passed(String.join("; ", notes))
                : new Outcome.Failed(String.join("; ", faults));
    }
}
