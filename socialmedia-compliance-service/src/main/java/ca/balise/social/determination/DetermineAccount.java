package ca.balise.social.determination;

import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.reasoning.RuleBook;
import ca.balise.kit.store.secret.KeyedHash;
import ca.balise.social.determination.model.AccountCase;
import ca.balise.social.determination.model.AccountRules;
import ca.balise.social.determination.model.JudgedAccount;
import ca.balise.social.platform.ReadCatalogue;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Judges an account by the rules of the notice. Its rules are read at start: a service without them must not answer. Nothing of the
 * account is kept.
 */
@Startup
@ApplicationScoped
public class DetermineAccount {

    /** What the hashes of inputs are for, so that they are like no other hash of the same text. */
    public static final String HASH_PURPOSE = "account determination";

    private final AccountRules rules =
            new AccountRules(RuleBook.read(DetermineAccount.class, "/rules/official-accounts.yaml"));

    private final ReadCatalogue catalogue;
    private final CheckAccount check;
    private final KeyedHash hash;
    private final Clock clock;

    DetermineAccount(ReadCatalogue catalogue, CheckAccount check, KeyedHash hash, Clock clock) {
        this.catalogue = catalogue;
        this.check = check;
        this.hash = hash;
        this.clock = clock;
    }

    /**
     * Judges an account as a caller describes it.
     *
     * @throws ProblemException 422 with a violation for each member at fault
     */
    public Uni<JudgedAccount> determine(Caller caller, @Nullable DeterminationRequest described) {
        return catalogue.read(caller).map(platforms -> judge(check.check(described, platforms)));
    }

    /** Judges an account of which everything that is known was gathered. */
    public JudgedAccount judge(AccountCase asked) {
        return JudgedAccount.judge(
                rules, asked, hash.of(HASH_PURPOSE, asked.canonical().bytes()), clock.instant());
    }
}
