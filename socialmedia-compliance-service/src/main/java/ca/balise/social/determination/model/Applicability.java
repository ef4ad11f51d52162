package ca.balise.social.determination.model;

/** Whether the notice applies to the body (PIN-2021-01 §3). */
public enum Applicability {
    SUBJECT,
    NOT_SUBJECT,
    INDETERMINATE
}
