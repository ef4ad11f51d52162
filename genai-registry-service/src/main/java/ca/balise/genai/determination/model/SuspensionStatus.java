package ca.balise.genai.determination.model;

/** How a use stands under the suspension, as of a day. */
public enum SuspensionStatus {
    /** The suspension does not reach it. */
    NOT_COVERED,
    /** The suspension had not come into force. */
    NOT_IN_FORCE,
    /** The suspension has ended. */
    LIFTED,
    /** It is covered, and one of the five exceptions is met. */
    EXCEPTED,
    /** It is covered, and must be interrupted. */
    SUSPENDED,
    /** It depends on something that is not known; never to be taken for permission. */
    INDETERMINATE
}
