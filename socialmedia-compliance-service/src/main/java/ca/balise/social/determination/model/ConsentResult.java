package ca.balise.social.determination.model;

/** Whether collecting the information needs consent (PIN-2021-01 Q7; beyond the four uses it is our inference). */
public enum ConsentResult {
    NOT_REQUIRED,
    MAY_BE_REQUIRED,
    /** It depends on something that is not known. */
    INDETERMINATE
}
