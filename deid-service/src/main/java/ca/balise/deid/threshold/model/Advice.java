package ca.balise.deid.threshold.model;

import ca.balise.kit.reasoning.Reason;
import java.util.List;

/**
 * A recommended minimum cell size with its grounds.
 *
 * @param recommended the size, in persons; never below the floor
 * @param preset the scale it was found on
 * @param weighed each of the eleven factors, in the order of the notice
 * @param remarks what holds of the whole: whose scale it is, and that the size is decided case by case
 */
public record Advice(int recommended, Preset preset, List<Weighed> weighed, List<Reason> remarks) {

    /**
     * One factor and what it did.
     *
     * @param factor which
     * @param influence which way it moves the size
     * @param reason why, with the words of the notice
     */
    public record Weighed(Factor factor, Influence influence, Reason reason) {}

    /** The factors that nobody has stated. */
    public List<Factor> unknown() {
        return weighed.stream()
                .filter(one -> one.influence() == Influence.UNKNOWN)
                .map(Weighed::factor)
                .toList();
    }
}
