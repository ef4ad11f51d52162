package ca.balise.genai.measure.model;

import org.jspecify.annotations.Nullable;

/**
 * A number with what it counts.
 *
 * @param value the number, as the text gives it
 * @param unit what is counted: {@code LICENCE}, {@code CASE}, {@code CHILD}, {@code REPORT}, {@code PERCENT}
 * @param period the period it is about, as a year or a range of years, if the text names one
 */
public record Quantity(long value, String unit, @Nullable String period) {}
