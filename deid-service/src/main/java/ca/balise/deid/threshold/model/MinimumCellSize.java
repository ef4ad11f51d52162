package ca.balise.deid.threshold.model;

/**
 * The size a cell must reach, and why it is that size.
 *
 * @param persons number of persons; at least the floor of PIN-2020-03 §5.1.3, three
 * @param basis how it came to be this number
 */
public record MinimumCellSize(int persons, Basis basis) {

    /** How a minimum was arrived at. */
    public enum Basis {
        /** The caller chose it. */
        CHOSEN,
        /** The anchor of the notice for the stated sensitivity. */
        SENSITIVITY,
        /** Recommended from the factors that the caller stated, the sensitivity among them. */
        FACTORS,
        /** Nothing was said of the case: the notice's starting point for less sensitive public data, as a first measure only. */
        STARTING_POINT,
        /** A context was given but leaves the sensitivity unknown: measured at the stricter anchor, or more. */
        LEFT_OPEN
    }

    /** Whether somebody still has to decide on the minimum before anything can be released. */
    public boolean isUndecided() {
        return basis == Basis.STARTING_POINT || basis == Basis.LEFT_OPEN;
    }

    /** The threshold of risk it stands for, 1 / size (§5.1.3). A cell is at risk iff its risk is strictly greater. */
    public double riskThreshold() {
        return 1.0 / persons;
    }
}
