package ca.balise.genai.determination.model;

/** Who pays for what an individual uses. */
public enum Payer {
    ORGANIZATION,
    EMPLOYEE
}
