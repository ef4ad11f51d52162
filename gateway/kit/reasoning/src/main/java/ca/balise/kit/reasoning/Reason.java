package ca.balise.kit.reasoning;

/**
 * One reason of an answer: the rule that spoke, how strongly it binds, what it says of this case, and where it comes from.
 *
 * @param code stable code of the rule, UPPER_SNAKE, never translated
 * @param force how strongly the rule binds
 * @param message what the rule says of the case at hand, in both languages
 * @param source the published text, or the statement that the rule is ours
 */
public record Reason(String code, Force force, BilingualText message, Source source) {}
