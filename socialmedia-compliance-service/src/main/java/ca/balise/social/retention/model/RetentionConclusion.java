package ca.balise.social.retention.model;

import ca.balise.social.determination.model.Compliance;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules conclude of a record.
 *
 * @param retention what becomes of it
 * @param earliestDisposal the first day on which two full years have passed since its last administrative use; {@code null} where
 *     that is not at issue or not known
 * @param overdueSince the day since which it should be gone; {@code null} where it need not go, or that is not known
 * @param mustKeep what must stay in the record while it is kept
 * @param compliance whether the record is kept as it has to be
 */
public record RetentionConclusion(
        Retention retention,
        @Nullable LocalDate earliestDisposal,
        @Nullable LocalDate overdueSince,
        List<RecordItem> mustKeep,
        Compliance compliance) {

    /** What must not happen to the record; {@code null} if nothing is ruled out by what is not known. */
    public @Nullable Guard guard() {
        return retention == Retention.INDETERMINATE ? Guard.DO_NOT_DELETE : null;
    }
}
