package ca.balise.social.determination.model;

import ca.balise.social.platform.model.PlatformReview;

/** How the platform of an account stands with its reviews. */
public enum ReviewResult {
    REVIEWED,
    REVIEWED_UNDER_FORMER_NAME,
    NOT_REVIEWED,
    /** The platform is not known. */
    INDETERMINATE;

    static ReviewResult of(PlatformReview review) {
        return switch (review) {
            case REVIEWED -> REVIEWED;
            case REVIEWED_UNDER_FORMER_NAME -> REVIEWED_UNDER_FORMER_NAME;
            case NOT_REVIEWED -> NOT_REVIEWED;
        };
    }
}
