package ca.balise.acceptance.conformance;

import static ca.balise.acceptance.conformance.Outcome.notApplicable;

import ca.balise.acceptance.conformance.ApiOperation.Body;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What the contract promises to whoever does as it says. */
final class SuccessRules {

    private SuccessRules() {}

    static Outcome documentedSuccess(Probe probe) {
        ApiOperation operation = probe.operation();
        var findings = new Findings();
        List<Body> bodies = operation.requestBodies().stream()
                .filter(body -> body.example().isPresent())
                .toList();
        if (bodies.isEmpty()) {
            Request request = probe.valid();
            if (probe.records().nothingIsAt(operation) && probe.send(request).status() == 404) {
                return notApplicable("nothing is there yet, and no operation makes one");
            }
            succeeds(findings, probe, probe.valid(), "");
        }
        for (Body body : bodies) {
            String as = bodies.size() == 1 ? "" : " in " + body.mediaType();
            succeeds(findings, probe, probe.records().valid(operation, body), as);
        }
        operation.requestBodies().stream()
                .filter(body -> body.example().isEmpty())
                .forEach(body -> findings.note("no example in " + body.mediaType()));
        return findings.outcome();
    }

    private static void succeeds(Findings findings, Probe probe, Request request, String as) {
        ApiOperation operation = probe.operation();
        Answer answer = probe.send(request);
        if (operation.cancelsJob() && answer.status() == 409 && operation.documents(409)) {
            findings.note("the job had finished before it could be cancelled");
            return;
        }
        String who = request.caller() == null ? "without a token" : "by " + request.caller();
        if (!findings.require(
                operation.successes().contains(answer.status()),
                who + ", as the contract shows it" + as + ": " + answer.told() + " instead of a documented success")) {
            return;
        }
        JsonNode documented = operation.responses().get(String.valueOf(answer.status()));
        content(findings, probe.contract(), documented.path("content"), answer);
        for (String header : List.of("ETag", "Location")) {
            boolean expected = operation.documentsHeader(answer.status(), header)
                    || header.equals("Location") && answer.status() == 201;
            findings.require(!expected || answer.has(header), "the " + answer.status() + " has no " + header);
        }
        if (answer.has("Location") && operation.creates()) {
            leads(findings, probe, request, answer.header("Location"));
        }
    }

    private static void content(Findings findings, Contract contract, JsonNode documented, Answer answer) {
        if (documented.isEmpty()) {
            findings.require(
                    answer.body().length == 0,
                    "the " + answer.status() + " has a body that the contract does not document");
            return;
        }
        JsonNode content = documented.path(answer.mediaType());
        if (!findings.require(
                !content.isMissingNode(),
                "the answer is " + answer.header("Content-Type") + ", which the contract does not document")) {
            return;
        }
        if (answer.mediaType().equals("application/json") || answer.mediaType().endsWith("+json")) {
            JsonNode json = answer.json();
            if (findings.require(!json.isMissingNode(), "the answer is not JSON")) {
                Schemas.faults(contract, content.path("schema"), json)
                        .forEach(fault -> findings.fault("the answer is not as its schema says: " + fault));
            }
        }
    }

    /** What was made is read at the address given, by whoever made it, where it may read. */
    private static void leads(Findings findings, Probe probe, Request request, String location) {
        String path = URI.create(location).getPath();
        Optional<ApiOperation> read = probe.contract().operations().stream()
                .filter(operation -> operation.method().equals("GET")
                        && path.matches(operation.path().replaceAll("\\{[^}]+}", "[^/]+")))
                .findFirst();
        if (findings.require(read.isPresent(), "Location leads to " + path + ", which no operation reads")
                && (request.caller() == null
                        || probe.party().entitled(read.get()).contains(request.caller()))) {
            findings.status("GET of the Location", probe.send(Request.of("GET", path, request.caller())), 200);
        }
    }
}
