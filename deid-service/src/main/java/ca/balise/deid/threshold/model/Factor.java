package ca.balise.deid.threshold.model;

/** The eleven things that PIN-2020-03 §5.1.3 says are to be taken into account, in the order of the notice. */
public enum Factor {
    SENSITIVITY,
    POSSIBLE_HARM,
    VULNERABLE_GROUPS,
    GRANULARITY,
    DATA_AGE,
    CONFIDENTIALITY_EXPECTED,
    COVERAGE,
    COLLECTION,
    ACCESS,
    ROUTINE_RELEASE,
    PUBLIC_INFORMATION
}
