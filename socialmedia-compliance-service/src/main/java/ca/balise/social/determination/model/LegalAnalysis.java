package ca.balise.social.determination.model;

/** What analyses an account calls for. Several can hold at once. */
public enum LegalAnalysis {
    NOT_REQUIRED,
    /** Of the platform, which was not reviewed. */
    CONSULT_LEGAL_SERVICES,
    /** Legal services were consulted and found an analysis necessary. */
    COMPLETE_LEGAL_ANALYSIS,
    /** Legal services were consulted. */
    DONE,
    /** Of another or secondary use, the department's own. */
    OWN_ANALYSES_REQUIRED,
    /** It depends on something that is not known. */
    INDETERMINATE
}
