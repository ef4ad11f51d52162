package ca.balise.genai.determination.model;

import ca.balise.kit.reasoning.Change;
import ca.balise.kit.reasoning.Determination;
import ca.balise.kit.reasoning.Readings;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.SecretKey;

/**
 * A case with what the rules say of it.
 *
 * @param judged the case
 * @param determination what the rules say
 * @param changes what would alter the status
 * @param decidedAt when it was asked
 * @param inputHash keyed hash of the case in its canonical form, in hexadecimal: equal for equal cases, and proof of no guess
 */
public record JudgedCase(
        SuspensionCase judged,
        Determination<SuspensionConclusion, SuspensionStatus> determination,
        List<Change<SuspensionStatus>> changes,
        Instant decidedAt,
        String inputHash) {

    private static final HexFormat HEX = HexFormat.of();

    /**
     * Judges a case, as the text is read by adoption.
     *
     * @param key the key of the hash
     * @param now when it is asked
     */
    public static JudgedCase judge(SuspensionRules rules, SuspensionCase asked, SecretKey key, Instant now) {
        var determination = rules.determine(asked.facts(), Readings.adopted(), asked.asOf());
        return new JudgedCase(
                asked,
                determination,
                rules.changes(determination),
                now,
                HEX.formatHex(asked.canonical().keyedHash(key)));
    }
}
