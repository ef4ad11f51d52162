package ca.balise.deid.risk;

import ca.balise.deid.release.model.Verdict;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What came of a score in the background: where it can be read, and its first figures.
 *
 * @param score path of the score
 */
@Schema(description = "The result of a job of kind SCORE.")
public record ScoreHeadline(
        @Schema(
                description = "Path of the score, which can be read as long as the job can.",
                examples = "/deid/v1/scores/019b76da-a800-7631-8876-a602c58ed0db")
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
