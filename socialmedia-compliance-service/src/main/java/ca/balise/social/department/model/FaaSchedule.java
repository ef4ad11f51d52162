package ca.balise.social.department.model;

/** The schedules of the Financial Administration Act (R.S.C. 1985, c. F-11). They overlap: a body may be listed in several. */
public enum FaaSchedule {
    I,
    /** Schedule I.1. */
    I_1,
    II,
    III,
    IV,
    V
}
