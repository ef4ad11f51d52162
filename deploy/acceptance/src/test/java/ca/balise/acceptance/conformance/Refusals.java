package ca.balise.acceptance.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Requests that an operation refuses, one for each way that applies to it. */
final class Refusals {

    /** A value that no answer may repeat: a problem names what is at fault and never quotes it. */
    static final String VALUE = "conformance-value";

    static final String UNKNOWN = "conformanceUnknown";

    private Refusals() {}

    /** Each request by what is wrong with it. */
    static Map<String, Request> of(Probe probe) {
        ApiOperation operation = probe.operation();
        Map<String, Request> refusals = new LinkedHashMap<>();
        Request blind = probe.records().blind(operation);
        if (!operation.isPublic()) {
            refusals.put("no token", blind);
            stranger(probe).ifPresent(caller -> refusals.put("wrong role", blind.by(caller)));
        }
        if (operation.hasBody() && operation.anyBody().isEmpty()) {
            return refusals;
        }
        Request valid = probe.valid();
        if (operation.subject() != null) {
            refusals.put("unknown id", elsewhere(operation, valid));
        }
        refusals.put("unknown query parameter", valid.asking(UNKNOWN, VALUE));
        refusals.put("wrong method", valid.method(NegotiationRules.otherMethod(probe, valid)));
        if (!operation.produces().isEmpty()) {
            refusals.put("nothing acceptable", valid.with("Accept", NegotiationRules.STRANGE_TYPE));
        }
        if (operation.hasBody()) {
            refusals.put("unsupported media type", valid.with("Content-Type", NegotiationRules.STRANGE_TYPE));
        }
        operation.jsonBody().ifPresent(body -> {
            refusals.put("malformed JSON", valid.saying(BodyRules.truncated(valid)));
            BodyRules.withUnknownMembers(probe, valid)
                    .forEach((pointer, request) -> refusals.put("unknown member " + pointer, request));
        });
        if (operation.lists()) {
            refusals.put("no limit", valid.asking("limit", VALUE));
            refusals.put("no cursor", valid.asking("after", VALUE));
        }
        if (valid.headers().containsKey("If-Match")) {
            refusals.put("no If-Match", valid.without("If-Match"));
            refusals.put("stale If-Match", valid.with("If-Match", "\"stale\""));
        }
        return refusals;
    }

    private static Optional<Caller> stranger(Probe probe) {
        List<Caller> entitled = probe.party().entitled(probe.operation());
        return probe.party().callers().stream()
                .filter(caller -> !entitled.contains(caller))
                .findFirst();
    }

    /** The same on a record that is not there; on a word that is none, where the path ends in one. */
    private static Request elsewhere(ApiOperation operation, Request valid) {
        List<String> template = List.of(operation.path().split("/"));
        List<String> segments = new ArrayList<>(List.of(valid.path().split("/")));
        for (int i = 0; i < template.size(); i++) {
            if (template.get(i).startsWith("{")) {
                segments.set(i, UUID.randomUUID().toString());
            }
        }
        String query = valid.target().substring(valid.path().length());
        return valid.at(String.join("/", segments) + query);
    }
}
