package ca.balise.genai.determination.model;

/** The ids of the points that the text leaves open. Their readings are in the rule book. */
final class OpenPoint {

    static final String ANY_GENERATIVE_AI = "G-A1";
    static final String NATURAL_LANGUAGE_BOTH_WAYS = "G-A2";
    static final String TEAM_OUTSIDE = "G-A3";
    static final String ACCESS_IS_A_CONDITION = "G-A4";
    static final String EMPLOYEE_PLAN_COVERED = "G-A5";
    static final String FAQ_DATE_IS_IN_FORCE_DATE = "G-A6";
    static final String LATE_APPROVAL_ACCEPTED = "G-A7";
    static final String SIX_ARE_SUFFICIENT = "G-A8";
    static final String MCN_ACCEPTS_THE_APPROACH = "G-A9";
    static final String WORDINGS_MEAN_THE_SAME = "G-A10";
    static final String CONDITIONAL_IS_FAVOURABLE = "G-A11";
    static final String PRESS_IS_COMMUNICATION = "G-A12";
    static final String ONLY_NEW_EFFORTS = "G-A13";
    static final String EXPANSION_KEEPS_THE_EXCEPTION = "G-A14";
    static final String VENDOR_DEFAULT_IS_NO_EFFORT = "G-A15";
    static final String FILE_GOES_TO_THE_DI_TOO = "G-A16";
    static final String DEPLOYMENTS_ONLY = "G-A17";
    static final String THE_DAY_IS_AFTER = "G-A18";

    private OpenPoint() {}
}
