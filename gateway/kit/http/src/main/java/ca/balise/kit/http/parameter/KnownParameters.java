package ca.balise.kit.http.parameter;

import ca.balise.kit.http.language.Messages;
import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a query parameter that the operation does not know, and one given twice that is read once. A mistyped filter would
 * otherwise be no filter: the caller would take everything for what it asked for.
 */
public class KnownParameters {

    private static final Messages MESSAGES = Messages.of(KnownParameters.class);

    /** The operations of the contract. A page for people may be linked to with whatever its readers' tools add. */
    private static final Pattern OPERATIONS = Pattern.compile("/?[^/]+/v1(?:/.*)?", Pattern.DOTALL);

    /** Longer, and it is no slip of the keys: the answer need not repeat it. */
    private static final int LONGEST_NAME = 64;

    /** As many as there are operations: each is looked at once. */
    private final Map<Method, DeclaredParameters> declared = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void requireKnown(ContainerRequestContext request, ResourceInfo operation) {
        var given = request.getUriInfo().getQueryParameters();
        if (given.isEmpty()
                || !OPERATIONS.matcher(request.getUriInfo().getPath()).matches()) {
            return;
        }
        Map<String, Boolean> repeatable = declared.computeIfAbsent(
                        operation.getResourceMethod(), DeclaredParameters::of)
                .repeatable();
        List<String> unknown = given.keySet().stream()
                .filter(name -> !repeatable.containsKey(name))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            var problem = new ProblemException(CommonProblem.UNKNOWN_PARAMETER);
            String known = String.join(", ", repeatable.keySet());
            unknown.forEach(name -> problem.at(
                    name.substring(0, Math.min(LONGEST_NAME, name.length())),
                    "UNKNOWN_PARAMETER",
                    known.isEmpty() ? MESSAGES.text("NONE_KNOWN") : MESSAGES.text("UNKNOWN_PARAMETER", known)));
            throw problem;
        }
        given.forEach((name, values) -> {
            if (values.size() > 1 && !repeatable.getOrDefault(name, false)) {
                throw new ProblemException(CommonProblem.MALFORMED_REQUEST)
                        .at(name, "REPEATED", MESSAGES.text("REPEATED"));
            }
        });
    }
}
