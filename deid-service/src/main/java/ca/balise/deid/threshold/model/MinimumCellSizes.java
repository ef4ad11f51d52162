package ca.balise.deid.threshold.model;

import ca.balise.deid.threshold.model.MinimumCellSize.Basis;
import ca.balise.kit.reasoning.RuleBook;
import org.jspecify.annotations.Nullable;

/**
 * The anchors of PIN-2020-03 §5.1.3, read from the rule book, and the choice among them.
 *
 * @param floor « ne devrait jamais être inférieure à trois »
 * @param lessSensitive good practice for less sensitive public data
 * @param moreSensitive good practice for more sensitive data
 */
public record MinimumCellSizes(int floor, int lessSensitive, int moreSensitive) {

    public static MinimumCellSizes of(RuleBook book) {
        return new MinimumCellSizes(
                book.parameter("MINIMUM_FLOOR").intValue(),
                book.parameter("MINIMUM_LESS_SENSITIVE").intValue(),
                book.parameter("MINIMUM_MORE_SENSITIVE").intValue());
    }

    /**
     * The minimum that holds in a case.
     *
     * @param chosen what the caller chose, at least the {@link #floor()}, or {@code null}
     * @param factors what the caller said of the case, or {@code null} if nothing was described
     * @param recommended what the adviser makes of the factors, in persons
     */
    public MinimumCellSize decide(@Nullable Integer chosen, @Nullable Factors factors, int recommended) {
        if (chosen != null) {
            if (chosen < floor) {
                throw new IllegalArgumentException("a minimum below the floor is refused before it comes here");
            }
            return new MinimumCellSize(chosen, Basis.CHOSEN);
        }
        if (factors == null) {
            return new MinimumCellSize(lessSensitive, Basis.STARTING_POINT);
        }
        if (factors.sensitivity() == null) {
            // A smaller governed size would need the sensitivity to be known.
            return new MinimumCellSize(Math.max(recommended, moreSensitive), Basis.LEFT_OPEN);
        }
        return new MinimumCellSize(recommended, factors.sayMoreThanSensitivity() ? Basis.FACTORS : Basis.SENSITIVITY);
    }

    /** The good practice for a case; unknown sensitivity is taken as the stricter. */
    public int anchor(@Nullable Sensitivity sensitivity) {
        return sensitivity == Sensitivity.LESS_SENSITIVE ? lessSensitive : moreSensitive;
    }
}
