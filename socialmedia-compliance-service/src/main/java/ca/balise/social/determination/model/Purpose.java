package ca.balise.social.determination.model;

/** Whether information is used in a decision that directly touches the person (PIN-2021-01 Q11), or otherwise. */
public enum Purpose {
    ADMINISTRATIVE,
    NON_ADMINISTRATIVE
}
