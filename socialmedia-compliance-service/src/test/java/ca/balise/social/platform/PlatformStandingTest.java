package ca.balise.social.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.kit.reasoning.BilingualText;
import ca.balise.kit.reasoning.Reason;
import ca.balise.kit.reasoning.RuleBook;
import ca.balise.kit.reasoning.Source;
import ca.balise.kit.testing.VerbatimQuotes;
import ca.balise.social.platform.model.CoveredUse;
import ca.balise.social.platform.model.Platform;
import ca.balise.social.platform.model.PlatformReview;
import ca.balise.social.platform.model.PlatformStanding;
import ca.balise.social.platform.model.Review;
import ca.balise.social.platform.model.ReviewSubject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlatformStandingTest {

    private static final RuleBook RULES = RuleBook.read(JudgePlatform.class, "/rules/official-accounts.yaml");

    @Test
    void aPlatformIsReviewedUnderTheNameOfItsReview() {
        PlatformStanding standing = standing("YouTube", List.of(), List.of(reviewOf("YouTube")));
        assertThat(standing.review()).isEqualTo(PlatformReview.REVIEWED);
        assertThat(standing.reasons())
                .extracting(Reason::code)
                .containsExactly("REVIEW_PERFORMED", "NO_OWN_ANALYSES_NEEDED", "CONFIRM_INTERNAL_SUITABILITY");
        assertThat(standing.warnings()).isEmpty();
    }

    @Test
    void aRenamedPlatformIsReviewedUnderItsFormerNameWithAWarning() {
        PlatformStanding standing = standing("X", List.of("Twitter"), List.of(reviewOf("Twitter")));
        assertThat(standing.review()).isEqualTo(PlatformReview.REVIEWED_UNDER_FORMER_NAME);
        assertThat(standing.warnings()).containsExactly("REVIEW_PREDATES_REBRAND");
        assertThat(standing.ambiguities()).singleElement().satisfies(ambiguity -> {
            assertThat(ambiguity.readingAdopted().en()).contains("is the one that was reviewed");
            assertThat(ambiguity.otherReading().en()).contains("is another platform");
            assertThat(ambiguity.reviewUnderOtherReading()).isEqualTo(PlatformReview.NOT_REVIEWED);
        });
    }

    @Test
    void aReviewUnderTheNewNameSettlesTheDoubt() {
        PlatformStanding standing = standing("X", List.of("Twitter"), List.of(reviewOf("Twitter"), reviewOf("X")));
        assertThat(standing.review()).isEqualTo(PlatformReview.REVIEWED);
        assertThat(standing.ambiguities()).isEmpty();
    }

    @Test
    void aPlatformWithoutReviewSendsToLegalServices() {
        PlatformStanding standing = standing("TikTok", List.of(), List.of());
        assertThat(standing.review()).isEqualTo(PlatformReview.NOT_REVIEWED);
        assertThat(standing.reasons()).extracting(Reason::code).containsExactly("CONSULT_LEGAL_SERVICES");
    }

    @Test
    void aReasonIsGivenInBothLanguages() {
        Reason reason = standing("TikTok", List.of(), List.of()).reasons().getFirst();
        assertThat(reason.message().en()).startsWith("The platform has not been reviewed");
        assertThat(reason.message().fr()).startsWith("La plateforme n’a pas été examinée");
    }

    @Test
    void theRulesQuoteTheNoticeToTheLetter() {
        VerbatimQuotes.assertAllStandIn(RULES);
    }

    private static PlatformStanding standing(String name, List<String> formerNames, List<Review> reviews) {
        return PlatformStanding.of(
                new Platform(new UUID(0, 1), name.toUpperCase(Locale.ROOT), name, formerNames, reviews), RULES);
    }

    private static Review reviewOf(String name) {
        return new Review(
                name,
                null,
                new BilingualText("Not stated.", "Non précisée."),
                List.of(ReviewSubject.values()),
                List.of(CoveredUse.values()),
                new Source.Citation("PIN-2021-01", "Q2", name));
    }
}
