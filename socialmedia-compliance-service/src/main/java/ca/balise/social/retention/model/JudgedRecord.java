package ca.balise.social.retention.model;

import ca.balise.kit.reasoning.Change;
import ca.balise.kit.reasoning.Determination;
import ca.balise.kit.reasoning.Readings;
import java.time.Instant;
import java.util.List;

/**
 * A record with what the rules say of it.
 *
 * @param judged the record
 * @param determination what the rules say
 * @param changes what would alter what becomes of it
 * @param decidedAt when it was asked
 * @param inputHash keyed hash of the case in its canonical form
 */
public record JudgedRecord(
        RetentionCase judged,
        Determination<RetentionConclusion, Retention> determination,
        List<Change<Retention>> changes,
        Instant decidedAt,
        String inputHash) {

    /**
     * Judges a record, as the text is read by adoption.
     *
     * @param inputHash the keyed hash of its canonical form
     * @param now when it is asked
     */
    public static JudgedRecord judge(RetentionRules rules, RetentionCase asked, String inputHash, Instant now) {
        var determination = rules.determine(asked.facts(), Readings.adopted(), asked.asOf());
        return new JudgedRecord(asked, determination, rules.changes(determination), now, inputHash);
    }
}
