package ca.balise.acceptance.conformance;

import static ca.balise.acceptance.conformance.Outcome.notApplicable;

import ca.balise.acceptance.conformance.ApiOperation.Parameter;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Parameters that are not as the contract says, and those that are. */
final class ParameterRules {

    private static final Set<String> OF_PAGES = Set.of("limit", "after");

    /** What callers and attackers put where an id or a word is expected. */
    private static final List<String> STRANGE = List.of(
            "0",
            "-1",
            "null",
            "x".repeat(1_000),
            "\u0000",
            "'; select 1 --",
            "..",
            "%2e%2e%2f",
            "\u202e\ud83d\ude00",
            "00000000-0000-0000-0000-000000000000",
            "9999999999999999999999");

    private ParameterRules() {}

    static Outcome unknownQueryParameter(Probe probe) {
        var findings = new Findings();
        Answer answer = probe.send(probe.valid().asking(Refusals.UNKNOWN, Refusals.VALUE));
        if (findings.status("with an unknown query parameter", answer, 400)) {
            findings.require(answer.accuses(Refusals.UNKNOWN), "the 400 does not name the parameter: " + answer.told());
        }
        return findings.outcome();
    }

    static Outcome sortsAndFilters(Probe probe) {
        ApiOperation operation = probe.operation();
        List<Parameter> asked = operation.parameters("query").stream()
                .filter(parameter -> !OF_PAGES.contains(parameter.name()))
                .toList();
        if (!operation.method().equals("GET") || asked.isEmpty()) {
            return notApplicable("it takes no filter and no sort");
        }
        var findings = new Findings();
        Request request = probe.valid();
        for (Parameter parameter : asked) {
            for (String value : values(probe, parameter, request.caller())) {
                Answer answer = probe.send(request.asking(parameter.name(), value));
                String when = parameter.name() + "=" + value;
                if (findings.status(when, answer, 200)) {
                    kept(findings, when, parameter, value, answer);
                }
            }
            if (isLimited(probe.contract(), parameter)) {
                Answer answer = probe.send(request.asking(parameter.name(), Refusals.VALUE));
                if (findings.status("an unknown value of " + parameter.name(), answer, 400)) {
                    findings.require(
                            answer.accuses(parameter.name()),
                            "the 400 does not name " + parameter.name() + ": " + answer.told());
                }
            }
        }
        return findings.outcome();
    }

    private static List<String> values(Probe probe, Parameter parameter, Caller caller) {
        List<String> values = new ArrayList<>();
        word(probe.contract(), parameter).path("enum").forEach(value -> values.add(value.asText()));
        return values.isEmpty() ? List.of(probe.records().value(parameter, caller)) : values;
    }

    private static JsonNode word(Contract contract, Parameter parameter) {
        JsonNode schema = contract.resolve(parameter.schema());
        return contract.items(schema).map(contract::resolve).orElse(schema);
    }

    private static boolean isLimited(Contract contract, Parameter parameter) {
        JsonNode word = word(contract, parameter);
        return word.has("enum")
                || word.has("pattern")
                || Set.of("integer", "number", "boolean")
                        .contains(word.path("type").asText())
                || Set.of("date", "date-time", "uuid")
                        .contains(word.path("format").asText());
    }

    /** Whether what came is what was asked for, where the items show it. */
    private static void kept(Findings findings, String when, Parameter parameter, String value, Answer answer) {
        JsonNode items = answer.json().path("items");
        if (parameter.name().equals("sort")) {
            boolean falling = value.startsWith("-");
            String member = falling ? value.substring(1) : value;
            String before = null;
            for (JsonNode item : items) {
                // Dates and instants sort as they are written; words sort by a collation that is the database's own.
                String now = item.path(member).asText();
                if (!now.matches("\\d{4}-\\d\\d-\\d\\d.*")) {
                    return;
                }
                int step = before == null ? 0 : now.compareTo(before);
                findings.require(falling ? step <= 0 : step >= 0, when + " is not in order");
                before = now;
            }
            return;
        }
        for (JsonNode item : items) {
            JsonNode member = item.path(parameter.name());
            findings.require(
                    !member.isValueNode() || member.asText().equals(value),
                    when + " lists an item whose " + parameter.name() + " is another");
        }
    }

    static Outcome strangeParameters(Probe probe) {
        ApiOperation operation = probe.operation();
        List<Parameter> strange = operation.parameters().stream()
                .filter(parameter -> !parameter.place().equals("header"))
                .toList();
        if (strange.isEmpty()) {
            return notApplicable("it takes no parameter");
        }
        var findings = new Findings();
        Request valid = probe.valid();
        for (Parameter parameter : strange) {
            for (String value : STRANGE) {
                Request request = parameter.place().equals("query")
                        ? valid.asking(parameter.name(), value)
                        : valid.at(operation.fill(name -> name.equals(parameter.name())
                                ? Request.encoded(value)
                                : java.util.UUID.randomUUID().toString()));
                Answer answer = probe.send(request);
                findings.require(answer.status() < 500, "with a strange " + parameter.name() + ": " + answer.told());
            }
        }
        return findings.outcome();
    }
}
