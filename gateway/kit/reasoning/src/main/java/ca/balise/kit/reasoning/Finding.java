package ca.balise.kit.reasoning;

/**
 * What a rule can find of a case, as data. A finding is a step on the way to a conclusion and binds nobody: unlike a {@link Rule} it
 * has no force.
 *
 * @param code stable code, UPPER_SNAKE
 * @param message what it says, in both languages
 * @param source the published text, or the statement that the rule is ours
 */
public record Finding(String code, BilingualText message, Source source) {}
