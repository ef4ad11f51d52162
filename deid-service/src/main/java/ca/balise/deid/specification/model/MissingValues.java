package ca.balise.deid.specification.model;

/** How a missing value of a quasi-identifier is treated where the size of a cell is measured. */
public enum MissingValues {
    /** It is a value like any other: those who lack it are alike. */
    OWN_CATEGORY,
    /** It may be any value: who lacks it is alike everybody who has one. So may {@code *}, a value suppressed alone. */
    MATCHES_ANYTHING
}
