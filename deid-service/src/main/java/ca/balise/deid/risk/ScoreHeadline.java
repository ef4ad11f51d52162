package ca.balise.deid.risk;

import ca.balise.deid.release.model.Verdict;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of a score in the background: where it can be read, and its first figures.
 *
 * @param score path of the score, which can be read as long as the job can
 */
public record ScoreHeadline(
        String score,

        Verdict verdict,
        long records,
        long cells,
        @Nullable Integer smallestCell,
        long uniqueRecords,
        int minimumCellSize,
        long cellsBelowMinimum,
        long recordsBelowMinimum) {

    static ScoreHeadline of(UUID id, Score score) {
        return new ScoreHeadline(
                "/deid/v1/scores/" + id,
                score.verdict(),
                score.records(),
                score.cells(),
                score.smallestCell(),
                score.uniqueRecords(),
                score.minimumCellSize(),
                score.cellsBelowMinimum(),
                score.recordsBelowMinimum());
    }
}
