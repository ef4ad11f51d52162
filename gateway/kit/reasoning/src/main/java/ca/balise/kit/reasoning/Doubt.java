package ca.balise.kit.reasoning;

/**
 * An {@link Ambiguity} that mattered to a determination.
 *
 * @param ambiguity the point of the text, with both readings
 * @param statusUnderOtherReading the status, had this one point been read the other way
 */
public record Doubt<S>(Ambiguity ambiguity, S statusUnderOtherReading) {}
