package ca.balise.genai.determination.model;

/** Whether a system is what it was before the suspension. */
public enum ChangeScope {
    SAME,
    /** More users, more data, more functions: more than what was approved. */
    EXPANDED
}
