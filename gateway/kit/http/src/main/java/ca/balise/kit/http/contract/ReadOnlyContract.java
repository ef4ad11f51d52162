package ca.balise.kit.http.contract;

import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.problem.ProblemWriter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets the contract be read only: the framework would give it in answer to any method. */
public class ReadOnlyContract {

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** After the address was found to be one (4 000), before authentication (200): the contract is public. */
    private static final int BEFORE_THE_GUARD = 3_000;

    private final ProblemWriter problems;
    private final Optional<Pattern> contract;

    ReadOnlyContract(
            ProblemWriter problems, @ConfigProperty(name = "quarkus.smallrye-openapi.path") Optional<String> path) {
        this.problems = problems;
        this.contract = path.map(address -> Pattern.compile(Pattern.quote(address) + "(?:\\.(?:json|yaml|yml))?"));
    }

    void register(@Observes Filters filters) {
        filters.register(this::judge, BEFORE_THE_GUARD);
    }

    private void judge(RoutingContext context) {
        String path = context.request().path();
        if (path != null
                && !READS.contains(context.request().method())
                && contract.filter(address -> address.matcher(path).matches()).isPresent()) {
            problems.answer(
                    new ProblemException(CommonProblem.METHOD_NOT_ALLOWED).with("Allow", "GET, HEAD, OPTIONS"),
                    context);
        } else {
            context.next();
        }
    }
}
