package ca.balise.genai.determination.model;

/** How much of the body an initiative is about (FAQ-4). */
public enum UseScale {
    SECTOR,
    ORGANIZATION,
    TEAM,
    INDIVIDUAL
}
