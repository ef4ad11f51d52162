package ca.balise.genai.determination.model;

/** On what a recommendation of a business case rests. */
public enum BusinessCaseBasis {
    /** Section 8 of the « Règles relatives à la gestion des projets en ressources informationnelles ». */
    REGLES_GPRI_ART_8,
    OTHER
}
