package ca.balise.genai.determination.model;

/** What comes of judging a recorded determination again. */
public enum ReplayOutcome {
    /** The rules answer what they answered. */
    SAME,
    /** They answer something else, though they are of the same version: the record or the rules are not what they were. */
    DIFFERENT,
    /** The rules of then are not those of now; what they say of the case now is another question. */
    OTHER_RULES,
    /** The key that the facts are sealed with is not given any more. */
    UNREADABLE
}
