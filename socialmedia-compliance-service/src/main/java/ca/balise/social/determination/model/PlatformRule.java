package ca.balise.social.determination.model;

import static ca.balise.social.determination.model.AccountFacts.PLATFORM;

import ca.balise.kit.reasoning.Inquiry;
import ca.balise.kit.reasoning.Verdict;
import ca.balise.social.platform.model.PlatformReview;

/** D1: how the platform stands, as the catalogue judges it (Q2). That X is the platform reviewed as Twitter is S-A1. */
final class PlatformRule implements AccountRule {

    @Override
    public Verdict<AccountConclusion> visit(Inquiry look, Posture posture) {
        PlatformReview review = look.known(PLATFORM);
        posture.review = review == null ? ReviewResult.INDETERMINATE : ReviewResult.of(review);
        switch (posture.review) {
            case INDETERMINATE -> {
                look.find("D1", posture.review, "PLATFORM_REVIEWED");
                posture.leaveOpen(look, PLATFORM);
            }
            case REVIEWED -> look.find("D1", posture.review, "PLATFORM_REVIEWED");
            case NOT_REVIEWED -> look.find("D1", posture.review, "PLATFORM_REVIEWED");
            case REVIEWED_UNDER_FORMER_NAME -> {
                if (look.takesOther(OpenPoint.RENAMED_IS_ANOTHER)) {
                    posture.review = ReviewResult.NOT_REVIEWED;
                }
                look.find("D1", posture.review, "REVIEWED_AS_FORMER_NAME");
                look.warn("REVIEW_PREDATES_REBRAND");
            }
        }
        if (posture.isReviewed()) {
            look.find("D1", posture.review, "OWN_ANALYSES_SPARED");
        }
        return Verdict.continues();
    }
}
