package ca.balise.social.retention;

import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.reasoning.RuleBook;
import ca.balise.kit.store.secret.KeyedHash;
import ca.balise.social.retention.model.JudgedRecord;
import ca.balise.social.retention.model.RetentionCase;
import ca.balise.social.retention.model.RetentionRules;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Judges how long a record is kept. Its rules are read at start: a service without them must not answer. Nothing of the record is kept.
 */
@Startup
@ApplicationScoped
public class DetermineRetention {

    /** What the hashes of inputs are for, so that they are like no other hash of the same text. */
    private static final String HASH_PURPOSE = "retention determination";

    private final RetentionRules rules =
            new RetentionRules(RuleBook.read(DetermineRetention.class, "/rules/retention.yaml"));

    private final CheckRecord check;
    private final KeyedHash hash;
    private final Clock clock;

    DetermineRetention(CheckRecord check, KeyedHash hash, Clock clock) {
        this.check = check;
        this.hash = hash;
        this.clock = clock;
    }

    /**
     * Judges a record as a caller describes it.
     *
     * @throws ProblemException 422 with a violation for each member at fault
     */
    public JudgedRecord determine(@Nullable RetentionRequest described) {
        return judge(check.check(described));
    }

    /** Judges a record of which everything that is known was gathered. */
    public JudgedRecord judge(RetentionCase asked) {
        return JudgedRecord.judge(
                rules, asked, hash.of(HASH_PURPOSE, asked.canonical().bytes()), clock.instant());
    }
}
