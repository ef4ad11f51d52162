package ca.balise.genai.determination;

import ca.balise.genai.determination.model.JudgedCase;
import ca.balise.genai.determination.model.SuspensionRules;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.reasoning.RuleBook;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Judges a case by the rules of the suspension. Its rules are read at start: a service without them must not answer. Nothing of the case
 * is kept.
 */
@Startup
@ApplicationScoped
public class DetermineSuspension {

    private final SuspensionRules rules =
            new SuspensionRules(RuleBook.read(DetermineSuspension.class, "/rules/suspension.yaml"));

    private final RegisteredSuspension suspension;
    private final CheckCase check;
    private final InputHashKey key;
    private final Clock clock;

    DetermineSuspension(RegisteredSuspension suspension, CheckCase check, InputHashKey key, Clock clock) {
        this.suspension = suspension;
        this.check = check;
        this.key = key;
        this.clock = clock;
    }

    /**
     * Judges a case as a caller describes it.
     *
     * @throws ProblemException 422 with a violation for each member at fault
     */
    public Uni<JudgedCase> determine(Caller caller, @Nullable DeterminationRequest described) {
        return suspension
                .terms(caller)
                .map(terms -> JudgedCase.judge(rules, check.check(described, terms), key.get(), clock.instant()));
    }
}
