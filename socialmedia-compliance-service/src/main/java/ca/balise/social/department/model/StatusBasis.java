package ca.balise.social.department.model;

/** On what a body's status rests. */
public enum StatusBasis {
    /** Stated of the body itself. */
    STATED,
    /** Taken from its department: a sub-unit of which no schedule is stated stands as the department does (S-A10). */
    INHERITED
}
