package ca.balise.deid.threshold.model;

/**
 * Where a scale starts, in persons.
 *
 * @param lessSensitive for less sensitive data that become public
 * @param moreSensitive for more sensitive data that become public
 * @param governedLessSensitive the same under lawful, governed access
 * @param governedMoreSensitive the same under lawful, governed access
 */
public record Anchors(int lessSensitive, int moreSensitive, int governedLessSensitive, int governedMoreSensitive) {

    /** Whether no anchor is below the floor, and none that should be stricter is laxer. */
    public boolean areOrdered(int floor) {
        return governedLessSensitive >= floor
                && governedMoreSensitive >= governedLessSensitive
                && lessSensitive >= governedLessSensitive
                && moreSensitive >= governedMoreSensitive
                && moreSensitive >= lessSensitive;
    }

    int at(boolean governed, Sensitivity sensitivity) {
        boolean less = sensitivity == Sensitivity.LESS_SENSITIVE;
        if (governed) {
            return less ? governedLessSensitive : governedMoreSensitive;
        }
        return less ? lessSensitive : moreSensitive;
    }
}
