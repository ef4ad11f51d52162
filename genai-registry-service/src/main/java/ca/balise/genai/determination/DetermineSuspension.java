package ca.balise.genai.determination;

import ca.balise.genai.determination.model.JudgedCase;
import ca.balise.genai.determination.model.SuspensionCase;
import ca.balise.genai.determination.model.SuspensionRules;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.reasoning.RuleBook;
import ca.balise.kit.store.secret.KeyedHash;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Judges a case by the rules of the suspension. Its rules are read at start: a service without them must not answer. Nothing of the case
 * is kept.
 */
@Startup
@ApplicationScoped
public class DetermineSuspension {

    private static final String HASH_PURPOSE = "determination-input";

    private final RuleBook book = RuleBook.read(DetermineSuspension.class, "/rules/suspension.yaml");
    private final SuspensionRules rules = new SuspensionRules(book);

    private final RegisteredSuspension suspension;
    private final CheckCase check;
    private final KeyedHash hash;
    private final Clock clock;

    DetermineSuspension(RegisteredSuspension suspension, CheckCase check, KeyedHash hash, Clock clock) {
        this.suspension = suspension;
        this.check = check;
        this.hash = hash;
        this.clock = clock;
    }

    /**
     * Judges a case as a caller describes it.
     *
     * @throws ProblemException 422 with a violation for each member at fault
     */
    public Uni<JudgedCase> determine(Caller caller, @Nullable DeterminationRequest described) {
        return suspension.terms(caller).map(terms -> judge(check.check(described, terms)));
    }

    private JudgedCase judge(SuspensionCase asked) {
        // To the microsecond, as PostgreSQL keeps it: an answer that is recorded and read back says the same moment.
        return judge(
                asked,
                hash.of(HASH_PURPOSE, asked.canonical().bytes()),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** Judges a case by the rules of now, as if it had been asked then. */
    JudgedCase judge(SuspensionCase asked, String inputHash, Instant then) {
        return JudgedCase.judge(rules, asked, inputHash, then);
    }

    /** The version of the rules of now. */
    String rulesetVersion() {
        return book.version();
    }

    /** Whether a hash is that of a case, under whichever of the service's keys it was made. */
    boolean isHashOf(SuspensionCase asked, String inputHash) {
        return hash.matches(inputHash, HASH_PURPOSE, asked.canonical().bytes());
    }
}
