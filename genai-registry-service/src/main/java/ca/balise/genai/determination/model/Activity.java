package ca.balise.genai.determination.model;

/** What is being done with the system (FAQ-1, FAQ-4). */
public enum Activity {
    EXPERIMENTATION,
    INTEGRATION,
    DEPLOYMENT,
    LICENCE_ACQUISITION,
    SUBSCRIPTION
}
