package ca.balise.genai.determination.model;

/** What a system is mainly used for (FAQ-2). */
public enum PrimaryPurpose {
    TASK_ASSISTANCE,
    CONVERSATION,
    OTHER
}
