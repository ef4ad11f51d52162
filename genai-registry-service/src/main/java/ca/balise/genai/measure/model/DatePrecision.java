package ca.balise.genai.measure.model;

/** How exactly a date is known. */
public enum DatePrecision {
    DAY,
    /** The month, and that only about. */
    MONTH_APPROX
}
