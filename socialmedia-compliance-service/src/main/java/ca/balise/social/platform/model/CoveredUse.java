package ca.balise.social.platform.model;

/** The four uses of an account that the prescribed processes cover (PIN-2021-01 Q4). */
public enum CoveredUse {
    /** « Diffusion ». */
    DISSEMINATION,
    /** « Interaction ». */
    INTERACTION,
    /** « Gestion de compte ». */
    ACCOUNT_MANAGEMENT,
    /** « Analyse des données du compte », always on aggregated data. */
    ACCOUNT_ANALYTICS
}
