package ca.balise.acceptance.conformance;

import static ca.balise.acceptance.conformance.Outcome.notApplicable;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who gets in. Asked of paths that are not there: who may not enter must not learn whether they are. */
final class AccessRules {

    private AccessRules() {}

    static Outcome noToken(Probe probe) {
        if (probe.operation().isPublic()) {
            return notApplicable("it is open to everyone");
        }
        var findings = new Findings();
        Request request = probe.records().blind(probe.operation());
        refused(findings, "without a token", probe.send(request));
        refused(findings, "with a token that is none", probe.send(request.with("Authorization", "Bearer none")));
        return findings.outcome();
    }

    private static void refused(Findings findings, String when, Answer answer) {
        if (findings.status(when, answer, 401)) {
            findings.require(answer.isProblem(), when + ": the 401 is not application/problem+json");
            findings.require(
                    answer.header("WWW-Authenticate").startsWith("Bearer"),
                    when + ": the 401 has no WWW-Authenticate: Bearer");
        }
    }

    static Outcome noRoleOfTheService(Probe probe) {
        Optional<Outcome> open = open(probe.operation());
        if (open.isPresent()) {
            return open.get();
        }
        Set<String> roles = probe.contract().roles();
        List<Caller> outsiders = probe.party().callers().stream()
                .filter(caller -> !caller.holdsOneOf(roles))
                .toList();
        if (outsiders.isEmpty()) {
            return notApplicable("every caller there is holds some role of this service");
        }
        var findings = new Findings();
        Caller outsider = outsiders.getFirst();
        findings.status(
                "by " + outsider + ", who has no role here",
                probe.send(probe.records().blind(probe.operation()).by(outsider)),
                403);
        return findings.outcome();
    }

    static Outcome wrongRole(Probe probe) {
        Optional<Outcome> open = open(probe.operation());
        if (open.isPresent()) {
            return open.get();
        }
        Set<String> right = probe.operation().roles().orElseThrow();
        Set<String> wrong = new TreeSet<>(probe.contract().roles());
        probe.party().callers().forEach(caller -> wrong.addAll(caller.roles()));
        wrong.removeAll(right);
        var findings = new Findings();
        for (String role : wrong) {
            Optional<Caller> holder = probe.party().callers().stream()
                    .filter(caller -> caller.roles().contains(role) && !caller.holdsOneOf(right))
                    .findFirst();
            if (holder.isEmpty()) {
                findings.note("nobody holds " + role + " without a right role");
            } else {
                findings.status(
                        "by " + holder.get() + ", a " + role,
                        probe.send(probe.records().blind(probe.operation()).by(holder.get())),
                        403);
            }
        }
        return wrong.isEmpty() ? notApplicable("every role is a right one") : findings.outcome();
    }

    private static Optional<Outcome> open(ApiOperation operation) {
        if (operation.isPublic()) {
            return Optional.of(notApplicable("it is open to everyone"));
        }
        if (operation.anyCaller()) {
            return Optional.of(notApplicable("any valid token will do"));
        }
        return operation.roles().isEmpty()
                ? Optional.of(notApplicable("the contract says no roles: see " + Check.ROLES_STATED.title()))
                : Optional.empty();
    }

    static Outcome rightRolesEnter(Probe probe) {
        ApiOperation operation = probe.operation();
        if (operation.isPublic()) {
            return notApplicable("it is open to everyone");
        }
        if (!operation.anyCaller() && operation.roles().isEmpty()) {
            return notApplicable("the contract says no roles: see " + Check.ROLES_STATED.title());
        }
        var findings = new Findings();
        if (operation.anyCaller()) {
            probe.party().callers().forEach(caller -> enters(findings, probe, caller, "with any token"));
            return findings.outcome();
        }
        for (String role : new TreeSet<>(operation.roles().orElseThrow())) {
            Optional<Caller> holder = probe.party().callers().stream()
                    .filter(caller -> caller.roles().contains(role))
                    .findFirst();
            if (holder.isEmpty()) {
                findings.note("nobody holds " + role);
            } else {
                enters(findings, probe, holder.get(), "as a " + role);
            }
        }
        return findings.outcome();
    }

    private static void enters(Findings findings, Probe probe, Caller caller, String as) {
        Answer answer = probe.send(probe.records().blind(probe.operation()).by(caller));
        findings.require(
                answer.status() != 401 && answer.status() != 403, caller + " " + as + " is refused: " + answer.told());
    }
}
