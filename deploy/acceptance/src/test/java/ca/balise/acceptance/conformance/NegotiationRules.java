package ca.balise.acceptance.conformance;

import static ca.balise.acceptance.conformance.Outcome.notApplicable;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Methods and media types that are not the contract's. */
final class NegotiationRules {

    static final String STRANGE_TYPE = "application/x-conformance";

    private NegotiationRules() {}

    static Outcome methodNotAllowed(Probe probe) {
        var findings = new Findings();
        Request valid = probe.valid();
        Answer answer = probe.send(valid.method(otherMethod(probe, valid)));
        if (findings.status("by a method that the contract does not have", answer, 405)) {
            Set<String> allowed = List.of(answer.header("Allow").split("\\s*,\\s*")).stream()
                    .map(method -> method.toUpperCase(Locale.ROOT))
                    .collect(Collectors.toSet());
            Set<String> documented = methodsAt(probe, valid.path());
            findings.require(
                    allowed.containsAll(documented),
                    "Allow is \"" + answer.header("Allow") + "\" where the contract has " + documented);
        }
        return findings.outcome();
    }

    /** A method that no operation answers to at this path, whichever template the path fits. */
    static String otherMethod(Probe probe, Request valid) {
        Set<String> known = methodsAt(probe, valid.path());
        return ApiOperation.METHODS.stream()
                .sorted(java.util.Comparator.reverseOrder())
                .filter(method -> !known.contains(method))
                .findFirst()
                .orElse("PROPFIND");
    }

    private static Set<String> methodsAt(Probe probe, String path) {
        return probe.contract().operations().stream()
                .filter(operation -> path.matches(operation.path().replaceAll("\\{[^}]+}", "[^/]+")))
                .map(ApiOperation::method)
                .collect(Collectors.toSet());
    }

    static Outcome notAcceptable(Probe probe) {
        if (probe.operation().produces().isEmpty()) {
            return notApplicable("its success has no body");
        }
        var findings = new Findings();
        Answer answer = probe.send(probe.valid().with("Accept", STRANGE_TYPE));
        findings.status("with Accept: " + STRANGE_TYPE, answer, 406);
        return findings.outcome();
    }

    static Outcome unsupportedMediaType(Probe probe) {
        if (!probe.operation().hasBody()) {
            return notApplicable("it takes no body");
        }
        var findings = new Findings();
        Answer answer = probe.send(probe.valid().with("Content-Type", STRANGE_TYPE));
        findings.status("with Content-Type: " + STRANGE_TYPE, answer, 415);
        return findings.outcome();
    }
}
