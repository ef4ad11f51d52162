package ca.balise.social.platform;

import ca.balise.kit.http.reason.ReasonBody;
import ca.balise.kit.http.reason.ReasonBody.SourceBody;
import ca.balise.kit.reasoning.BilingualText;
import ca.balise.social.platform.model.Ambiguity;
import ca.balise.social.platform.model.CoveredUse;
import ca.balise.social.platform.model.PlatformReview;
import ca.balise.social.platform.model.PlatformStanding;
import ca.balise.social.platform.model.Review;
import ca.balise.social.platform.model.ReviewSubject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A platform on the wire.
 *
 * @param id stable id
 * @param code stable code
 * @param name the name it bears today
 * @param formerNames the names it bore before
 * @param platformReview how it stands under today's name
 * @param reviews its reviews
 * @param reasons why, and what is left to the department
 * @param warnings codes of what to beware of
 * @param ambiguities the points of the text that mattered
 */
@Schema(name = "Platform")
public record PlatformBody(
        UUID id,
        String code,
        String name,
        List<String> formerNames,
        PlatformReview platformReview,
        List<ReviewBody> reviews,
        List<ReasonBody> reasons,
        List<String> warnings,
        List<Ambiguity> ambiguities) {

    static PlatformBody of(PlatformStanding standing) {
        return new PlatformBody(
                standing.platform().id(),
                standing.platform().code(),
                standing.platform().name(),
                standing.platform().formerNames(),
                standing.review(),
                standing.platform().reviews().stream().map(ReviewBody::of).toList(),
                ReasonBody.of(standing.reasons()),
                standing.warnings(),
                standing.ambiguities());
    }

    /**
     * A review on the wire.
     *
     * @param reviewedName the name under which the platform was reviewed
     * @param reviewedOn the day of the review; {@code null} if the text does not state it
     * @param dateNote where the day comes from, or why it is not known
     * @param subjects what was looked into
     * @param coveredUses the uses it was done for
     * @param source where the platform is named as reviewed
     */
    @Schema(name = "PlatformReviewRecord")
    public record ReviewBody(
            String reviewedName,
            @Nullable LocalDate reviewedOn,
            BilingualText dateNote,
            List<ReviewSubject> subjects,
            List<CoveredUse> coveredUses,
            SourceBody source) {

        static ReviewBody of(Review review) {
            return new ReviewBody(
                    review.reviewedName(),
                    review.reviewedOn(),
                    review.dateNote(),
                    review.subjects(),
                    review.coveredUses(),
                    SourceBody.of(review.citation()));
        }
    }
}
