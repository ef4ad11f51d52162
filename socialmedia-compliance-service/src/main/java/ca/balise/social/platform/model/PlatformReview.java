package ca.balise.social.platform.model;

/** How a platform stands with its reviews, under the name it bears today. */
public enum PlatformReview {
    REVIEWED,
    /** Reviewed before it changed its name; S-A1 takes the review over, with a warning. */
    REVIEWED_UNDER_FORMER_NAME,
    NOT_REVIEWED
}
