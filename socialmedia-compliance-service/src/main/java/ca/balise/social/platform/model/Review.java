package ca.balise.social.platform.model;

import ca.balise.kit.reasoning.BilingualText;
import ca.balise.kit.reasoning.Source;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A review of a platform, done once for every department.
 *
 * @param reviewedName the name under which the platform was reviewed
 * @param reviewedOn the day of the review; {@code null} if the text does not state it
 * @param dateNote where the day comes from, or why it is not known
 * @param subjects what was looked into
 * @param coveredUses the uses it was done for
 * @param citation where the platform is named as reviewed
 */
public record Review(
        String reviewedName,
        @Nullable LocalDate reviewedOn,
        BilingualText dateNote,
        List<ReviewSubject> subjects,
        List<CoveredUse> coveredUses,
        Source.Citation citation) {

    public Review {
        subjects = List.copyOf(subjects);
        coveredUses = List.copyOf(coveredUses);
    }
}
