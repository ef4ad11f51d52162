package ca.balise.deid.intake.model;

/** What a variable is to the persons in the data (TBS Privacy Implementation Notice 2020-03, §5.1.1 and §5.1.2). */
public enum Role {
    /** Tells which records are of the same person. Used to count persons, never output. */
    PERSON_KEY,
    /** Identifies a person alone, such as a social insurance number. */
    DIRECT_IDENTIFIER,
    /** Identifies a person together with others, such as age and sex. */
    QUASI_IDENTIFIER,
    /** What must not become known of a person. */
    SENSITIVE,
    /** None of these. */
    OTHER
}
