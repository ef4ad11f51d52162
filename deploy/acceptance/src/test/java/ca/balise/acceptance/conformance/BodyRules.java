package ca.balise.acceptance.conformance;

import static ca.balise.acceptance.conformance.Outcome.notApplicable;

import ca.balise.acceptance.conformance.ApiOperation.Body;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Bodies that are not as the contract says. */
final class BodyRules {

    /** Bodies up to here are sent whole; of a larger limit only the announcement is tried. */
    private static final long SENT_WHOLE = 8L << 20;

    private static final int MUTATIONS = 60;

    private BodyRules() {}

    static Outcome unknownMember(Probe probe) {
        if (probe.operation().jsonBody().isEmpty()) {
            return withoutJson(probe);
        }
        var findings = new Findings();
        withUnknownMembers(probe, probe.valid()).forEach((pointer, request) -> {
            Answer answer = probe.send(request);
            if (findings.status("with an unknown member " + pointer, answer, 400)) {
                findings.require(answer.accuses(pointer), "the 400 does not name " + pointer + ": " + answer.told());
            }
        });
        return findings.outcome();
    }

    private static Outcome withoutJson(Probe probe) {
        boolean takesJson = probe.operation().requestBodies().stream().anyMatch(Body::isJson);
        if (takesJson) {
            throw new Untriable("the contract has no example of its body in JSON");
        }
        return notApplicable("it takes no body in JSON");
    }

    /** A request for each object in the example that has set members, by the pointer of the member that is too much. */
    static Map<String, Request> withUnknownMembers(Probe probe, Request valid) {
        Map<String, Request> requests = new LinkedHashMap<>();
        JsonNode body = new Answer(0, Map.of(), valid.body()).json();
        objects(probe.contract(), probe.operation().jsonBody().orElseThrow().schema(), body, "")
                .forEach((pointer, _) -> {
                    JsonNode changed = body.deepCopy();
                    ((ObjectNode) changed.at(pointer)).put(Refusals.UNKNOWN, Refusals.VALUE);
                    requests.put(pointer + "/" + Refusals.UNKNOWN, valid.saying(Payload.json(changed)));
                });
        return requests;
    }

    /** The objects of a value that may hold only what the contract names; of the items of an array, the first. */
    private static Map<String, JsonNode> objects(Contract contract, JsonNode schema, JsonNode value, String pointer) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        if (value.isObject() && !contract.isOpen(schema)) {
            found.put(pointer, value);
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                Optional<JsonNode> of = contract.property(schema, member.getKey());
                of.ifPresent(known ->
                        found.putAll(objects(contract, known, member.getValue(), pointer + "/" + member.getKey())));
            }
        } else if (value.isArray() && value.size() > 0) {
            contract.items(schema)
                    .ifPresent(items -> found.putAll(objects(contract, items, value.get(0), pointer + "/0")));
        }
        return found;
    }

    static Outcome malformedJson(Probe probe) {
        if (probe.operation().jsonBody().isEmpty()) {
            return withoutJson(probe);
        }
        var findings = new Findings();
        Request valid = probe.valid();
        findings.status("with JSON that breaks off", probe.send(valid.saying(truncated(valid))), 400);
        if (probe.operation().node().at("/requestBody/required").asBoolean()) {
            findings.status("with an empty body", probe.send(valid.saying(new byte[0])), 400, 422);
        }
        return findings.outcome();
    }

    static byte[] truncated(Request valid) {
        return Arrays.copyOf(valid.body(), valid.body().length - 1);
    }

    static Outcome tooLarge(Probe probe) {
        if (!probe.operation().hasBody()) {
            return notApplicable("it takes no body");
        }
        var findings = new Findings();
        boolean tried = false;
        for (Body body : probe.operation().requestBodies()) {
            Optional<Long> limit = probe.operation().largestBody(body);
            if (limit.isPresent() && body.example().isPresent()) {
                tried = true;
                tooLarge(findings, probe, probe.records().valid(probe.operation(), body), limit.get());
            } else {
                findings.note(body.mediaType() + ": no limit or no example is stated");
            }
        }
        String why = probe.operation().limitsBodyInWords()
                ? "it is streamed, and its several limits are stated in words"
                : "no limit is stated: see " + Check.LIMITS_STATED.title();
        return tried ? findings.outcome() : notApplicable(why);
    }

    private static void tooLarge(Findings findings, Probe probe, Request valid, long limit) {
        int sent = limit < SENT_WHOLE ? (int) limit + 1 : 0;
        answered413(findings, probe, "a body that says it has " + (limit + 1) + " octets", valid, limit + 1, sent);
        if (sent > 0) {
            answered413(findings, probe, "a body in chunks of " + (limit + 1) + " octets", valid, -1, sent);
        }
    }

    private static void answered413(
            Findings findings, Probe probe, String what, Request valid, long announced, int sent) {
        String line = probe.party().wire().sendLong(probe.party().address(), valid, announced, valid.body(), sent);
        findings.require(line.contains(" 413"), what + ": \"" + line + "\" instead of 413");
    }

    static Outcome fuzzed(Probe probe) {
        if (probe.operation().anyBody().isEmpty()) {
            return probe.operation().hasBody() ? untriable(probe) : notApplicable("it takes no body");
        }
        var findings = new Findings();
        for (Body body : probe.operation().requestBodies()) {
            if (body.example().isPresent()) {
                fuzz(findings, probe, probe.records().valid(probe.operation(), body), body);
            }
        }
        return findings.outcome();
    }

    private static Outcome untriable(Probe probe) {
        throw new Untriable("the contract has no example of the body of " + probe.operation());
    }

    private static void fuzz(Findings findings, Probe probe, Request valid, Body body) {
        Request request = valid;
        // The same on each run, so that what is found can be found again.
        var mutations = new Mutations(probe.operation().id().hashCode());
        for (Map.Entry<String, byte[]> mutation :
                mutations.of(valid.body(), body.isJson(), MUTATIONS).entrySet()) {
            Answer answer = probe.send(request.saying(mutation.getValue()));
            findings.require(answer.status() < 500, "with " + mutation.getKey() + " in the body: " + answer.told());
            if (answer.isSuccess() && request.headers().containsKey("If-Match")) {
                // It was carried out: the tag is another now, and would be refused before the next body is read.
                request = probe.records().valid(probe.operation(), body);
            }
        }
    }
}
