package ca.balise.genai.measure.model;

/** What a date is the date of. */
public enum DateRole {
    /** The measure of another was made known. */
    ANNOUNCED,
    /** The body told of its own use. */
    DISCLOSED,
    /** A moratorium began. */
    START,
    /** A use began. */
    USE_START,
    /** The measure ended. */
    END,
    /** A suspension began to bind. */
    IN_FORCE_FROM,
    /** The latest day on which a suspension can have begun to bind, where the day itself is not known. */
    IN_FORCE_NOT_LATER_THAN,
    /** The condition that ends a suspension was met. */
    CONCLUSIONS_COMMUNICATED,
    /** Another instrument took the place of this one. */
    REPLACED
}
