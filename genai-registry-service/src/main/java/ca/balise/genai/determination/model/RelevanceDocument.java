package ca.balise.genai.determination.model;

/** Where the relevance of using generative AI is set out (FAQ-10.4). */
public enum RelevanceDocument {
    OPPORTUNITY_FILE,
    DECISION_NOTE,
    OTHER
}
