package ca.balise.genai.determination.model;

import ca.balise.kit.reasoning.Change;
import ca.balise.kit.reasoning.Determination;
import ca.balise.kit.reasoning.Readings;
import java.time.Instant;
import java.util.List;

/**
 * A case with what the rules say of it.
 *
 * @param judged the case
 * @param determination what the rules say
 * @param changes what would alter the status
 * @param decidedAt when it was asked
 * @param inputHash keyed hash of the case in its canonical form: equal for equal cases, and proof of no guess
 */
public record JudgedCase(
        SuspensionCase judged,
        Determination<SuspensionConclusion, SuspensionStatus> determination,
        List<Change<SuspensionStatus>> changes,
        Instant decidedAt,
        String inputHash) {

    /**
     * Judges a case, as the text is read by adoption.
     *
     * @param inputHash keyed hash of the canonical case
     * @param now when it is asked
     */
    public static JudgedCase judge(SuspensionRules rules, SuspensionCase asked, String inputHash, Instant now) {
        var determination = rules.determine(asked.facts(), Readings.adopted(), asked.asOf());
        return new JudgedCase(asked, determination, rules.changes(determination), now, inputHash);
    }
}
