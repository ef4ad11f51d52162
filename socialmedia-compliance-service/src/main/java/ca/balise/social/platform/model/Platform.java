package ca.balise.social.platform.model;

import java.util.List;
import java.util.UUID;

/**
 * A social-media platform of the catalogue.
 *
 * @param id stable and never reused; the same in every installation for the platforms of the notice
 * @param code stable code, UPPER_SNAKE
 * @param name the name it bears today
 * @param formerNames the names it bore before
 * @param reviews its reviews
 */
public record Platform(UUID id, String code, String name, List<String> formerNames, List<Review> reviews) {

    public Platform {
        formerNames = List.copyOf(formerNames);
        reviews = List.copyOf(reviews);
    }

    /** How it stands: a review counts under the name it was done for. */
    public PlatformReview review() {
        if (isReviewedAs(name)) {
            return PlatformReview.REVIEWED;
        }
        return formerNames.stream().anyMatch(this::isReviewedAs)
                ? PlatformReview.REVIEWED_UNDER_FORMER_NAME
                : PlatformReview.NOT_REVIEWED;
    }

    /** How it stands for somebody who calls it by this name, which may be a former one: « Twitter » was reviewed. */
    public PlatformReview reviewAs(PlatformName asked) {
        return reviews.stream()
                        .anyMatch(
                                review -> PlatformName.of(review.reviewedName()).equals(asked))
                ? PlatformReview.REVIEWED
                : review();
    }

    private boolean isReviewedAs(String asked) {
        return reviews.stream().anyMatch(review -> review.reviewedName().equals(asked));
    }
}
