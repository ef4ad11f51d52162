package ca.balise.social.determination.model;

/** What legal services found of a platform that was not reviewed (PIN-2021-01 Q9). */
public enum LegalOutcome {
    NO_ANALYSIS_NEEDED,
    ANALYSIS_NEEDED,
    ANALYSIS_DONE
}
