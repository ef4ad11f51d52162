package ca.balise.social.platform.model;

/** What a review looked into (PIN-2021-01 Q2). */
public enum ReviewSubject {
    /** « Évaluation de la menace et des risques ». */
    THREATS_AND_RISKS,
    /** « Analyse juridique des conditions générales d’utilisation ». */
    TERMS_OF_USE,
    /** « Analyse juridique […] des politiques de protection des renseignements personnels ». */
    PRIVACY_POLICIES
}
