package ca.balise.kit.reasoning;

/**
 * How strongly a rule binds. The texts distinguish « doit » from « devrait », « il est recommandé » and « pourrait »; an answer
 * never turns one into another.
 */
public enum Force {
    /** An obligation: « doit », « est tenu de », « obligatoire », « ne peut pas ». */
    MUST,
    /** A recommendation or expectation: « devrait », « il y a lieu de », « on s'attend à ce que ». */
    SHOULD,
    /** A possibility or permission: « peut », « pourrait ». */
    MAY,
    /** A pointer to another person, body or instrument that decides or advises. */
    REFER
}
