package ca.balise.acceptance.conformance;

import static ca.balise.acceptance.conformance.Outcome.notApplicable;

import ca.balise.acceptance.conformance.ApiOperation.Body;
import ca.balise.acceptance.conformance.ApiOperation.Parameter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** A creating request that is sent again makes nothing again. */
final class IdempotencyRules {

    private static final String KEY = "Idempotency-Key";
    private static final int AT_ONCE = 50;

    private IdempotencyRules() {}

    private static Outcome ifCreating(Probe probe, BiFunction<Probe, Findings, Findings> rule) {
        if (!probe.operation().creates()) {
            return notApplicable("it makes nothing that lasts");
        }
        return rule.apply(probe, new Findings()).outcome();
    }

    /** The request that creates: where that is only long work, the one that does not wait for it. */
    private static Request creating(Probe probe) {
        Request valid = probe.valid();
        return probe.operation().createsOnlyLater() ? valid.with("Prefer", "respond-async") : valid;
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    static Outcome replay(Probe probe) {
        return ifCreating(probe, (_, findings) -> {
            Request request = creating(probe).with(KEY, newKey());
            Set<String> before = present(probe, request, findings);
            Answer first = probe.send(request);
            Answer second = probe.send(request);
            if (findings.require(first.isSuccess(), "with a key: " + first.told())) {
                same(findings, "sent again with its key", first, second);
                madeOne(findings, before, present(probe, request, findings));
            }
            return findings;
        });
    }

    private static void same(Findings findings, String when, Answer first, Answer other) {
        if (!findings.status(when, other, first.status())) {
            return;
        }
        findings.require(Arrays.equals(first.body(), other.body()), when + ": the body is another");
        for (String header : List.of("Location", "ETag", "Content-Type")) {
            findings.require(first.header(header).equals(other.header(header)), when + ": " + header + " is another");
        }
    }

    private static void madeOne(Findings findings, Set<String> before, Set<String> after) {
        if (before != null && after != null) {
            Set<String> more = new HashSet<>(after);
            more.removeAll(before);
            findings.require(more.size() == 1, more.size() + " records were made instead of 1");
        }
    }

    /** What its collection has, as its maker sees it; {@code null} where no operation lists it. */
    private static Set<String> present(Probe probe, Request request, Findings findings) {
        Optional<ApiOperation> list =
                probe.contract().operation("GET", probe.operation().path()).filter(ApiOperation::lists);
        if (list.isEmpty()) {
            findings.note("no operation lists what it makes, so the records were not counted");
            return null;
        }
        Optional<Caller> reader = probe.party().entitled(list.get()).stream()
                .filter(caller -> caller.equals(request.caller())
                        || caller.isCentral()
                        || caller.institution().equals(request.caller().institution()))
                .findFirst();
        if (reader.isEmpty()) {
            findings.note("nobody may list what it makes, so the records were not counted");
            return null;
        }
        return new HashSet<>(Pages.all(probe.party(), list.get(), Request.of("GET", request.path(), reader.get()))
                .keys());
    }

    static Outcome otherBody(Probe probe) {
        return ifCreating(probe, (_, findings) -> {
            Request request = creating(probe).with(KEY, newKey());
            Request other = varied(probe, request);
            // Of a record of its own: what only one may have is not taken from the first.
            Answer alone = probe.send(varied(probe, creating(probe)).with(KEY, newKey()));
            if (!alone.isSuccess()) {
                findings.note("the other body is refused by itself: " + alone.told());
            }
            Answer first = probe.send(request);
            if (findings.require(first.isSuccess(), "with a key: " + first.told())) {
                Answer second = probe.send(other);
                findings.status("with the same key and another body", second, 422);
                findings.require(
                        alone.isSuccess() || !second.code().equals(alone.code()),
                        "the problem does not tell a used key from a wrong body: " + second.code());
            }
            return findings;
        });
    }

    private static Request varied(Probe probe, Request request) {
        return request.saying(another(probe, request.body())
                .orElseThrow(() -> new Untriable("nothing in the example of its body can be varied")));
    }

    /** The body with another text in its first free text, else with another value of another kind; empty if it has neither. */
    private static Optional<byte[]> another(Probe probe, byte[] body) {
        Optional<Body> json = probe.operation().jsonBody();
        if (json.isEmpty()) {
            byte[] longer = Arrays.copyOf(body, body.length + 1);
            longer[body.length] = '\n';
            return Optional.of(longer);
        }
        JsonNode changed = new Answer(0, Map.of(), body).json();
        JsonNode schema = json.get().schema();
        boolean varies = vary(probe.contract(), schema, changed, IdempotencyRules::otherText)
                || vary(probe.contract(), schema, changed, IdempotencyRules::otherValue);
        return varies ? Optional.of(Payload.json(changed)) : Optional.empty();
    }

    /** Changes the first member of which another value is known; returns whether there was one. */
    private static boolean vary(
            Contract contract, JsonNode schema, JsonNode node, BiFunction<JsonNode, JsonNode, JsonNode> other) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            JsonNode of = contract.property(schema, member.getKey())
                    .map(contract::resolve)
                    .orElse(Contract.JSON.createObjectNode());
            JsonNode value =
                    member.getKey().equals("institution") ? null : other.apply(whole(contract, of), member.getValue());
            if (value != null) {
                ((ObjectNode) node).set(member.getKey(), value);
                return true;
            }
            if (vary(contract, of, member.getValue(), other)) {
                return true;
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            JsonNode of = contract.items(schema).orElse(Contract.JSON.createObjectNode());
            if (vary(contract, of, node.get(i), other)) {
                return true;
            }
        }
        return false;
    }

    /** A schema with what those say that it refers to beside words of its own. */
    private static JsonNode whole(Contract contract, JsonNode schema) {
        ObjectNode whole = Contract.JSON.createObjectNode();
        schema.path("allOf").forEach(part -> whole.setAll((ObjectNode) contract.resolve(part)));
        return schema instanceof ObjectNode own ? whole.setAll(own) : whole;
    }

    private static JsonNode otherText(JsonNode schema, JsonNode value) {
        boolean free =
                value.isTextual() && Stream.of("enum", "format", "pattern").noneMatch(schema::has);
        return free ? TextNode.valueOf(value.asText() + " x") : null;
    }

    private static JsonNode otherValue(JsonNode schema, JsonNode value) {
        if (value.isIntegralNumber()) {
            return LongNode.valueOf(value.asLong() + 1);
        }
        if (value.isBoolean()) {
            return BooleanNode.valueOf(!value.asBoolean());
        }
        for (JsonNode word : schema.path("enum")) {
            if (!word.equals(value)) {
                return word;
            }
        }
        return null;
    }

    static Outcome atOnce(Probe probe) {
        return ifCreating(probe, (_, findings) -> {
            Request request = creating(probe).with(KEY, newKey());
            Set<String> before = present(probe, request, findings);
            List<Answer> answers = together(probe, request);
            List<Answer> made = answers.stream().filter(Answer::isSuccess).toList();
            answers.stream()
                    .filter(answer -> !answer.isSuccess())
                    .forEach(answer -> findings.status(AT_ONCE + " at once", answer, 409));
            if (findings.require(!made.isEmpty(), "none of " + AT_ONCE + " at once succeeded")) {
                made.forEach(answer -> same(findings, AT_ONCE + " at once", made.getFirst(), answer));
                madeOne(findings, before, present(probe, request, findings));
            }
            return findings;
        });
    }

    private static List<Answer> together(Probe probe, Request request) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> asked = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                asked.add(threads.submit(() -> probe.send(request)));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> one : asked) {
                answers.add(one.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A key is its caller's: the same key of somebody else is another one, and gives away no answer. */
    static Outcome perCaller(Probe probe) {
        if (!probe.operation().creates()) {
            return notApplicable("it makes nothing that lasts");
        }
        Request request = creating(probe);
        List<Caller> others = probe.operation().subject() == null
                ? probe.party().strangers(probe.operation(), request.caller().institution())
                : List.of();
        if (others.isEmpty()) {
            return notApplicable("nobody of another institution may do the same");
        }
        var findings = new Findings();
        String key = newKey();
        Answer first = probe.send(request.with(KEY, key));
        Answer foreign = probe.send(request.with(KEY, key).by(others.getFirst()));
        findings.require(first.isSuccess(), "with a key: " + first.told());
        findings.require(
                !foreign.isSuccess() || !foreign.header("Location").equals(first.header("Location")),
                others.getFirst() + " was given the answer to the key of " + request.caller());
        return findings.outcome();
    }

    static Outcome malformedKey(Probe probe) {
        if (!probe.operation().creates()) {
            return notApplicable("it makes nothing that lasts");
        }
        Optional<Parameter> key = probe.operation().parameter("header", KEY);
        if (key.isEmpty()) {
            throw new Untriable("the contract does not document " + KEY);
        }
        var findings = new Findings();
        JsonNode schema = probe.contract().resolve(key.get().schema());
        Request request = creating(probe);
        findings.require(
                schema.has("maxLength") || schema.has("pattern"), "the contract does not say what a key looks like");
        for (String malformed : List.of("k".repeat(schema.path("maxLength").asInt(255) + 1), "k y", "a b\"c")) {
            boolean allowed = malformed.length() <= schema.path("maxLength").asInt(255)
                    && malformed.matches(schema.path("pattern").asText("[\\x21-\\x7e]+"));
            if (!allowed) {
                Answer answer = probe.send(request.with(KEY, malformed));
                if (findings.status("with a malformed key", answer, 400)) {
                    findings.require(answer.accuses(KEY), "the 400 does not name " + KEY + ": " + answer.told());
                }
            }
        }
        return findings.outcome();
    }
}
