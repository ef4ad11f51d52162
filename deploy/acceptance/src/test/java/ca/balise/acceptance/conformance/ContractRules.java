package ca.balise.acceptance.conformance;

import static ca.balise.acceptance.conformance.Outcome.notApplicable;

import ca.balise.acceptance.conformance.ApiOperation.Body;
import ca.balise.acceptance.conformance.ApiOperation.Parameter;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a contract must say of each operation, whether or not anybody calls it. */
final class ContractRules {

    private ContractRules() {}

    static Outcome rolesStated(Probe probe) {
        ApiOperation operation = probe.operation();
        int stated = (operation.roles().isPresent() ? 1 : 0)
                + (operation.anyCaller() ? 1 : 0)
                + (operation.isPublic() ? 1 : 0);
        var findings = new Findings();
        findings.require(
                stated == 1,
                stated == 0
                        ? "it says neither x-required-roles nor x-any-caller and is not under /public/"
                        : "it says more than one of x-required-roles, x-any-caller and /public/");
        return findings.outcome();
    }

    /** What every service has, such as its audit, has one name in all of them. */
    private static boolean isTheSameElsewhere(ApiOperation other, ApiOperation operation) {
        return !other.path().equals(operation.path())
                && other.method().equals(operation.method())
                && withoutService(other.path()).equals(withoutService(operation.path()));
    }

    private static String withoutService(String path) {
        return path.substring(path.indexOf('/', 1));
    }

    static Outcome uniqueOperationId(Probe probe) {
        var findings = new Findings();
        String id = probe.operation().id();
        if (findings.require(!id.isEmpty(), "it has no operationId")) {
            List<String> others = new ArrayList<>();
            for (Contract contract : probe.contracts()) {
                contract.operations().stream()
                        .filter(other -> other.id().equals(id)
                                && other != probe.operation()
                                && !isTheSameElsewhere(other, probe.operation()))
                        .forEach(other -> others.add(other.toString()));
            }
            findings.require(others.isEmpty(), id + " is also the operationId of " + String.join(", ", others));
        }
        return findings.outcome();
    }

    static Outcome summaryAndTag(Probe probe) {
        var findings = new Findings();
        JsonNode node = probe.operation().node();
        findings.require(!node.path("summary").asText().isBlank(), "it has no summary");
        findings.require(node.path("tags").size() > 0, "it has no tag");
        return findings.outcome();
    }

    static Outcome errorsDocumented(Probe probe) {
        ApiOperation operation = probe.operation();
        var findings = new Findings();
        for (int status : expectedRefusals(operation)) {
            if (findings.require(operation.documents(status), status + " is not documented")) {
                findings.require(
                        operation
                                .responses()
                                .get(String.valueOf(status))
                                .path("content")
                                .has("application/problem+json"),
                        status + " is not documented as application/problem+json");
            }
        }
        findings.require(!operation.successes().isEmpty(), "no success is documented");
        return findings.outcome();
    }

    private static List<Integer> expectedRefusals(ApiOperation operation) {
        List<Integer> expected = new ArrayList<>();
        if (!operation.isPublic()) {
            expected.add(401);
        }
        if (operation.roles().isPresent()) {
            expected.add(403);
        }
        if (!operation.parameters("path").isEmpty()) {
            expected.add(404);
        }
        if (operation.hasBody()) {
            expected.addAll(List.of(400, 413, 415, 422));
        } else if (!operation.parameters("query").isEmpty()) {
            expected.add(400);
        }
        if (operation.parameter("header", "If-Match").isPresent()) {
            expected.addAll(List.of(412, 428));
        }
        if (operation.parameter("header", "Idempotency-Key").isPresent()) {
            expected.addAll(List.of(409, 422));
        }
        return expected.stream().distinct().toList();
    }

    static Outcome examples(Probe probe) {
        ApiOperation operation = probe.operation();
        if (operation.parameters().isEmpty() && !operation.hasBody()) {
            return notApplicable("it takes neither a parameter nor a body");
        }
        var findings = new Findings();
        for (Parameter parameter : operation.parameters()) {
            if (findings.require(
                    parameter.example().isPresent(),
                    "no example of the " + parameter.place() + " parameter " + parameter.name())) {
                sound(
                        findings,
                        probe,
                        "the example of " + parameter.name(),
                        parameter.schema(),
                        parameter.example().orElseThrow());
            }
        }
        for (Body body : operation.requestBodies()) {
            if (body.isBytes()) {
                continue;
            }
            if (findings.require(body.example().isPresent(), "no example of the body in " + body.mediaType())
                    && body.isJson()) {
                sound(
                        findings,
                        probe,
                        "the example of the body",
                        body.schema(),
                        body.example().orElseThrow());
            }
        }
        return findings.outcome();
    }

    private static void sound(Findings findings, Probe probe, String what, JsonNode schema, JsonNode example) {
        Schemas.faults(probe.contract(), schema, example)
                .forEach(fault -> findings.fault(what + " is not as its schema says: " + fault));
    }

    static Outcome tagDocumented(Probe probe) {
        ApiOperation operation = probe.operation();
        var findings = new Findings();
        if (operation.readsRecord()) {
            findings.require(operation.documentsHeader(200, "ETag"), "200 is documented without ETag");
            findings.require(operation.documents(304), "304 is not documented");
            findings.require(
                    operation.parameter("header", "If-None-Match").isPresent(), "If-None-Match is not documented");
        } else if (operation.cancelsJob()) {
            return notApplicable("it cancels work and changes no record");
        } else if (operation.changesRecord()) {
            findings.require(operation.parameter("header", "If-Match").isPresent(), "If-Match is not documented");
            if (!operation.method().equals("DELETE")) {
                operation
                        .successes()
                        .forEach(status -> findings.require(
                                operation.documentsHeader(status, "ETag"), status + " is documented without ETag"));
            }
        } else if (operation.creates() && operation.documents(201) && madeRecordIsRead(operation)) {
            findings.require(operation.documentsHeader(201, "ETag"), "201 is documented without ETag");
        } else {
            return notApplicable(
                    operation.notStored().isEmpty()
                            ? "it neither reads, makes nor changes one stored record"
                            : operation.notStored());
        }
        return findings.outcome();
    }

    private static boolean madeRecordIsRead(ApiOperation creating) {
        return creating.contract().operations().stream()
                .anyMatch(operation -> operation.readsRecord()
                        && operation
                                .path()
                                .substring(0, operation.path().lastIndexOf('/'))
                                .equals(creating.path()));
    }

    static Outcome limitsStated(Probe probe) {
        ApiOperation operation = probe.operation();
        var findings = new Findings();
        boolean applies = false;
        for (Body body : operation.requestBodies()) {
            applies = true;
            findings.require(
                    operation.largestBody(body).isPresent() || operation.limitsBodyInWords(),
                    "x-maximum-bytes does not state the largest body in " + body.mediaType());
        }
        if (operation.lists()) {
            applies = true;
            JsonNode limit = probe.contract()
                    .resolve(operation.parameter("query", "limit").orElseThrow().schema());
            for (String bound : List.of("minimum", "maximum", "default")) {
                findings.require(limit.has(bound), "the parameter limit states no " + bound);
            }
        } else if (answersWithItems(operation)) {
            applies = true;
            findings.fault("it answers with items and takes no limit and after");
        }
        return applies ? findings.outcome() : notApplicable("it takes no body and lists nothing");
    }

    private static boolean answersWithItems(ApiOperation operation) {
        if (!operation.method().equals("GET")) {
            return false;
        }
        for (Map.Entry<String, JsonNode> response : operation.responses().entrySet()) {
            for (JsonNode content : response.getValue().path("content")) {
                JsonNode items = operation
                        .contract()
                        .property(content.path("schema"), "items")
                        .orElse(Contract.JSON.missingNode());
                if (response.getKey().startsWith("2")
                        && items.path("type").asText().equals("array")) {
                    return true;
                }
            }
        }
        return false;
    }
}
