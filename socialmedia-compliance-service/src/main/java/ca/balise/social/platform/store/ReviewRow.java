package ca.balise.social.platform.store;

import ca.balise.kit.reasoning.BilingualText;
import ca.balise.kit.reasoning.Source;
import ca.balise.social.platform.model.CoveredUse;
import ca.balise.social.platform.model.Review;
import ca.balise.social.platform.model.ReviewSubject;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code platform_review}. */
@Embeddable
record ReviewRow(
        String reviewedName,
        @Nullable LocalDate reviewedOn,
        String dateNoteEn,
        String dateNoteFr,
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> subjects,
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> coveredUses,
        String instrument,
        String paragraph,
        String quote) {

    Review toModel() {
        List<ReviewSubject> whatFor =
                subjects.stream().map(ReviewSubject::valueOf).toList();
        List<CoveredUse> uses = coveredUses.stream().map(CoveredUse::valueOf).toList();
        return new Review(
                reviewedName,
                reviewedOn,
                new BilingualText(dateNoteEn, dateNoteFr),
                whatFor,
                uses,
                new Source.Citation(instrument, paragraph, quote));
    }
}
