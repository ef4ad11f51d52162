package ca.balise.social.determination.model;

import ca.balise.kit.reasoning.Change;
import ca.balise.kit.reasoning.Determination;
import ca.balise.kit.reasoning.Readings;
import java.time.Instant;
import java.util.List;

/**
 * An account with what the rules say of it.
 *
 * @param judged the account
 * @param determination what the rules say
 * @param changes what would alter the status
 * @param decidedAt when it was asked
 * @param inputHash keyed hash of the case in its canonical form: equal for equal cases under one key, and proof of no guess
 */
public record JudgedAccount(
        AccountCase judged,
        Determination<AccountConclusion, AccountStatus> determination,
        List<Change<AccountStatus>> changes,
        Instant decidedAt,
        String inputHash) {

    /**
     * Judges an account, as the text is read by adoption.
     *
     * @param inputHash the keyed hash of its canonical form
     * @param now when it is asked
     */
    public static JudgedAccount judge(AccountRules rules, AccountCase asked, String inputHash, Instant now) {
        var determination = rules.determine(asked.facts(), Readings.adopted(), asked.asOf());
        return new JudgedAccount(asked, determination, rules.changes(determination), now, inputHash);
    }
}
