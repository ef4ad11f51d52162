package ca.balise.deid.threshold.model;

/** The two degrees of sensitivity that PIN-2020-03 §5.1.3 ties a minimum cell size to. Not stated, it is unknown, never low. */
public enum Sensitivity {
    /** « données publiques moins sensibles ». */
    LESS_SENSITIVE,
    /** « les données plus sensibles », for example on finances or health (§5). */
    MORE_SENSITIVE
}
