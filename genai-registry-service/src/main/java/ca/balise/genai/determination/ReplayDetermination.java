package ca.balise.genai.determination;

import ca.balise.genai.determination.model.RecordedDetermination;
import ca.balise.genai.determination.model.ReplayOutcome;
import ca.balise.genai.determination.model.SuspensionCase;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Judges the facts of a recorded determination again: the same facts, day and rules give the same answer, to the letter. */
@ApplicationScoped
public class ReplayDetermination {

    private final ReadRecordedDetermination readRecorded;
    private final DetermineSuspension determineSuspension;
    private final RecordDetermination recordDetermination;

    ReplayDetermination(
            ReadRecordedDetermination readRecorded,
            DetermineSuspension determineSuspension,
            RecordDetermination recordDetermination) {
        this.readRecorded = readRecorded;
        this.determineSuspension = determineSuspension;
        this.recordDetermination = recordDetermination;
    }

    /**
     * What came of it.
     *
     * @param outcome whether the answer is what it was
     * @param rulesetVersion the version of the rules of now
     */
    public record Replay(ReplayOutcome outcome, String rulesetVersion) {}

    /**
     * Judges one again.
     *
     * @throws ProblemException 404, if there is none that the caller may see
     */
    public Uni<Replay> replay(Caller caller, UUID id) {
        return readRecorded
                .read(caller, id)
                .map(recorded -> new Replay(outcome(recorded), determineSuspension.rulesetVersion()));
    }

    private ReplayOutcome outcome(RecordedDetermination recorded) {
        if (recorded.judged().isEmpty()) {
            return ReplayOutcome.UNREADABLE;
        }
        SuspensionCase judged = recorded.judged().get();
        if (!recorded.rulesetVersion().equals(determineSuspension.rulesetVersion())) {
            return ReplayOutcome.OTHER_RULES;
        }
        var again = determineSuspension.judge(judged, recorded.inputHash(), recorded.decidedAt());
        boolean same = determineSuspension.isHashOf(judged, recorded.inputHash())
                && recordDetermination.written(again).equals(recorded.answer());
        return same ? ReplayOutcome.SAME : ReplayOutcome.DIFFERENT;
    }
}
