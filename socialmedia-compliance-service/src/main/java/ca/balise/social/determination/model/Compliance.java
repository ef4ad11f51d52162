package ca.balise.social.determination.model;

/** Whether an account meets its obligations. */
public enum Compliance {
    COMPLIANT,
    ACTION_REQUIRED,
    NON_COMPLIANT,
    /** It depends on something that is not known; never to be taken for compliant. */
    INDETERMINATE
}
