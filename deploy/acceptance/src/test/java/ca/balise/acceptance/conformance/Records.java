package ca.balise.acceptance.conformance;

import ca.balise.acceptance.conformance.ApiOperation.Body;
import ca.balise.acceptance.conformance.ApiOperation.Parameter;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes what a check asks with: requests that are as the contract shows them, on records that the contract's own operations make.
 * Nothing is made beside the API, so a record is as real as a caller's.
 */
final class Records {

    private final Party party;
    private final Contract contract;
    private final Bodies bodies;
    private final Map<String, Made> shared = new HashMap<>();
    private final Set<String> onlyShown = new HashSet<>();
    private final Map<ApiOperation, Set<String>> unique = new HashMap<>();

    /** The collections of which a record is just being made: an example that refers to its own kind is left as it is. */
    private final Set<String> making = new HashSet<>();

    Records(Party party, Contract contract) {
        this.party = party;
        this.contract = contract;
        this.bodies = new Bodies(contract, this::idOfOne);
    }

    /** A request that the contract promises to carry out, by somebody entitled. What changes a record gets one of its own. */
    Request valid(ApiOperation operation) {
        return request(operation, subject(operation));
    }

    /** The same with a given body of several. */
    Request valid(ApiOperation operation, Body body) {
        Request request = valid(operation);
        for (Parameter parameter : operation.parameters("query")) {
            if (parameter.requiredWith().contains(body.mediaType())) {
                request = request.asking(parameter.name(), value(parameter, request.caller()));
            }
        }
        return request.saying(bodies.payload(operation, body, request.caller(), List.of(), uniqueMembers(operation)));
    }

    /** A record for an operation: one for all that read it, a new one for each that may change it. */
    Made subject(ApiOperation operation) {
        if (operation.subject() == null) {
            return Made.NOTHING;
        }
        if (!operation.method().equals("GET")) {
            return prepared(operation);
        }
        String key = operation.subject() + operation.before();
        Made known = shared.get(key);
        if (known == null) {
            known = prepared(operation);
            shared.put(key, known);
        }
        return known;
    }

    /** Whether no record of this kind was there or could be made, so that only the contract's example was left to ask for. */
    boolean nothingIsAt(ApiOperation operation) {
        return operation.subject() != null && onlyShown.contains(operation.subject());
    }

    /** A request on a record, by somebody who may. */
    Request request(ApiOperation operation, Made record) {
        return request(operation, record, caller(operation, record), List.of());
    }

    /** A request to paths that are not there, with a body as the contract shows it: for who is not let in, and for nothing else. */
    Request blind(ApiOperation operation) {
        String path = operation.fill(name -> operation
                .parameter("path", name)
                .filter(parameter -> !isIdentifier(parameter))
                .flatMap(Parameter::shown)
                .orElseGet(() -> UUID.randomUUID().toString()));
        Request request = Request.of(operation.method(), path, null);
        if (!operation.hasBody()) {
            return request;
        }
        return request.saying(operation
                .anyBody()
                .map(body -> Payload.of(contract, body, body.example().orElseThrow()))
                .orElseGet(() -> new Payload(
                        operation.requestBodies().getFirst().mediaType(),
                        "{}".getBytes(java.nio.charset.StandardCharsets.US_ASCII))));
    }

    private boolean isIdentifier(Parameter parameter) {
        return contract.resolve(parameter.schema()).path("format").asText().equals("uuid");
    }

    /** Who calls: of the institution that the body or the record is of, if anybody is. */
    Caller caller(ApiOperation operation, Made record) {
        if (operation.isPublic()) {
            return null;
        }
        if (record.maker() != null && party.entitled(operation).contains(record.maker())) {
            return record.maker();
        }
        if (record.institution() == null) {
            String institution = operation
                    .jsonBody()
                    .flatMap(Body::example)
                    .map(example -> example.path("institution").asText())
                    .orElse("");
            return party.entitled(operation).stream()
                    .filter(caller ->
                            !caller.isCentral() && caller.institution().equals(institution))
                    .findFirst()
                    .orElseGet(() -> party.callerOf(operation, null));
        }
        return party.callerOf(operation, record.institution());
    }

    private Request request(ApiOperation operation, Made record, Caller caller, List<String> institutions) {
        Request request = Request.of(operation.method(), pathOf(operation, record), caller);
        for (Parameter parameter : operation.parameters()) {
            if (parameter.required() && parameter.place().equals("query")) {
                request = request.asking(parameter.name(), value(parameter, caller));
            } else if (parameter.name().equalsIgnoreCase("If-Match")) {
                request = request.with("If-Match", tag(operation, record, caller));
            } else if (parameter.required() && parameter.place().equals("header")) {
                request = request.with(parameter.name(), value(parameter, caller));
            }
        }
        Optional<Body> body = operation.anyBody();
        if (body.isPresent()) {
            return request.saying(
                    bodies.payload(operation, body.get(), caller, institutions, uniqueMembers(operation)));
        }
        if (operation.hasBody()) {
            throw new Untriable("the contract has no example of the body of " + operation);
        }
        return request;
    }

    /** A value of a parameter that the contract shows, or a record that it may name. */
    String value(Parameter parameter, Caller caller) {
        return bodies.referred(parameter.name(), parameter.schema(), caller)
                .or(parameter::shown)
                .orElseThrow(() -> new Untriable("the contract has no example of the parameter " + parameter.name()));
    }

    /** The tag of a record as it is now. */
    String tag(ApiOperation operation, Made record, Caller caller) {
        ApiOperation read = contract.operation("GET", operation.path())
                .or(() -> contract.operation("GET", operation.subject()))
                .orElseThrow(() -> new Untriable("no operation reads what " + operation + " changes"));
        Caller reader = party.entitled(read).contains(caller) ? caller : caller(read, record);
        Answer answer = party.send(request(read, record, reader, List.of()));
        if (answer.status() != 200 || !answer.has("ETag")) {
            throw new Untriable(read + " gives no tag to send back: " + answer.told());
        }
        return answer.header("ETag");
    }

    // --- what must be unique
    // ------------------------------------------------------------------------------------------

    /** How often a creating operation is asked which members of its example no two records may share. */
    private static final int LESSONS = 4;

    /**
     * Pointers to the members of which no two records may have the same: what the creating operation names when it is sent its example
     * twice. A database that has seen this suite before then takes it again.
     */
    private Set<String> uniqueMembers(ApiOperation operation) {
        ApiOperation creating = operation.creates() ? operation : creatorOfWhatIsChanged(operation);
        if (creating == null) {
            return Set.of();
        }
        Set<String> known = unique.get(creating);
        if (known == null) {
            // Known as far as is known already, for what is made on the way.
            Set<String> learnt = new LinkedHashSet<>();
            unique.put(creating, learnt);
            learn(creating, learnt);
            known = learnt;
        }
        return known;
    }

    private ApiOperation creatorOfWhatIsChanged(ApiOperation operation) {
        return operation.changesRecord()
                ? contract.operation(
                                "POST",
                                operation.path().substring(0, operation.path().lastIndexOf('/')))
                        .filter(ApiOperation::creates)
                        .orElse(null)
                : null;
    }

    private void learn(ApiOperation creating, Set<String> learnt) {
        for (int lesson = 0; lesson < LESSONS; lesson++) {
            Request request = request(creating, subject(creating));
            Answer first = party.send(request);
            Answer second = first.isSuccess() ? party.send(request) : first;
            JsonNode body = body(request);
            boolean more = false;
            for (JsonNode violation : second.json().path("violations")) {
                String pointer = violation.path("pointer").asText();
                boolean isText = pointer.startsWith("/") && body.at(pointer).isTextual();
                more |= second.isRefusal() && isText && learnt.add(pointer);
            }
            if (!more) {
                return;
            }
        }
    }

    // --- records ----------------------------------------------------------------------------------------------------

    private Made prepared(ApiOperation operation) {
        List<ApiOperation> before = operation.before();
        Made record = make(
                operation.subject(),
                institutions(
                        Stream.concat(Stream.of(operation), before.stream()).toList()));
        for (ApiOperation step : before) {
            Answer answer = party.send(request(step, record));
            if (!answer.isSuccess()) {
                throw new Untriable(step + ", which comes before " + operation + ": " + answer.told());
            }
        }
        return record;
    }

    /** The institutions in which somebody may do all of this on a record of their own; central callers count for any. */
    private List<String> institutions(List<ApiOperation> operations) {
        return party.callers().stream()
                .filter(caller -> !caller.isCentral())
                .map(Caller::institution)
                .distinct()
                .filter(institution -> operations.stream()
                        .allMatch(operation -> party.entitled(operation).stream()
                                .anyMatch(caller -> caller.isCentral()
                                        || caller.institution().equals(institution))))
                .toList();
    }

    /** Makes a record that answers at a template such as {@code /x/{id}}: by its creating operation, a job, or what a list has. */
    private Made make(String template, List<String> institutions) {
        String collection = template.substring(0, template.lastIndexOf('/'));
        int last = collection.lastIndexOf('}');
        Made parent = last < 0 ? Made.NOTHING : make(collection.substring(0, last + 1), institutions);
        String place = last < 0 ? collection : parent.path() + collection.substring(last + 1);
        Optional<Made> word = word(template, place, parent);
        if (word.isPresent()) {
            return word.get();
        }
        Optional<ApiOperation> creating = contract.operation("POST", collection).filter(ApiOperation::creates);
        if (creating.isPresent()) {
            Optional<Made> created = created(creating.get(), template, parent, institutions);
            if (created.isPresent()) {
                return created.get();
            }
        }
        return job(template, institutions)
                .or(() -> listed(collection, parent, institutions))
                .or(() -> shown(template, place, parent).map(made -> {
                    onlyShown.add(template);
                    return made;
                }))
                .orElseThrow(() -> new Untriable("nothing is at " + template + ", and nothing makes it"));
    }

    private Stream<Parameter> lastParameter(String template) {
        return contract.operations().stream()
                .filter(operation -> operation.path().startsWith(template))
                .flatMap(operation -> operation.parameters("path").stream())
                .filter(parameter -> template.endsWith("{" + parameter.name() + "}"));
    }

    private Optional<Made> word(String template, String place, Made parent) {
        return lastParameter(template)
                .map(parameter -> contract.resolve(parameter.schema()).path("enum"))
                .filter(words -> words.size() > 0)
                .findFirst()
                .map(words -> new Made(place + "/" + words.get(0).asText(), parent.institution(), parent.maker()));
    }

    private Optional<Made> shown(String template, String place, Made parent) {
        return lastParameter(template)
                .flatMap(parameter -> parameter.shown().stream())
                .findFirst()
                .map(example -> new Made(place + "/" + Request.encoded(example), parent.institution(), parent.maker()));
    }

    private Optional<Made> created(ApiOperation creating, String template, Made parent, List<String> institutions) {
        making.add(creating.path());
        try {
            Caller caller = creator(creating, parent, institutions);
            Request request = request(creating, parent, caller, institutions);
            if (!creating.documents(201)) {
                request = request.with("Prefer", "respond-async");
            }
            Answer answer = party.send(request);
            if (!answer.isSuccess()) {
                throw new Untriable("no record to try it on: " + creating + " by " + caller + ": " + answer.told());
            }
            return Optional.ofNullable(made(answer, request, template, parent));
        } finally {
            making.remove(creating.path());
        }
    }

    private Caller creator(ApiOperation creating, Made parent, List<String> institutions) {
        if (parent != Made.NOTHING || creating.isPublic()) {
            return caller(creating, parent);
        }
        List<Caller> entitled = party.entitled(creating);
        return Stream.concat(
                        institutions.stream()
                                .flatMap(institution -> entitled.stream()
                                        .filter(caller -> !caller.isCentral()
                                                && caller.institution().equals(institution))),
                        Stream.concat(entitled.stream().filter(Caller::isCentral), entitled.stream()))
                .findFirst()
                .orElseThrow(() -> new Untriable("no caller may " + creating));
    }

    /** What an answer says it made; {@code null} if that is not at the template. */
    private Made made(Answer answer, Request request, String template, Made parent) {
        JsonNode body = answer.json();
        Caller maker = request.caller();
        // What somebody made who works for all, and that names no institution, is nobody's own.
        String makers = maker == null || maker.isCentral() ? null : maker.institution();
        String institution = Stream.of(body, body(request))
                .map(said -> said.path("institution").asText())
                .filter(said -> !said.isEmpty())
                .findFirst()
                .orElse(parent.institution() == null ? makers : parent.institution());
        String pattern = template.replaceAll("\\{[^}]+}", "[^/]+");
        String location = answer.header("Location").isEmpty()
                ? request.path() + "/" + body.path("id").asText()
                : URI.create(answer.header("Location")).getPath();
        return location.matches(pattern) ? new Made(location, institution, maker) : null;
    }

    private static JsonNode body(Request request) {
        return new Answer(0, Map.of(), request.body() == null ? new byte[0] : request.body()).json();
    }

    /** A job is made by whatever answers with its address. */
    private Optional<Made> job(String template, List<String> institutions) {
        for (ApiOperation starting : contract.operations()) {
            boolean starts = starting.method().equals("POST")
                    && starting.documents(202)
                    && starting.anyBody().isPresent()
                    && !making.contains(starting.path());
            if (starts) {
                Made subject = starting.subject() == null ? Made.NOTHING : make(starting.subject(), institutions);
                Caller caller = creator(starting, subject, institutions);
                Request request =
                        request(starting, subject, caller, institutions).with("Prefer", "respond-async");
                Answer answer = party.send(request);
                Made made = answer.status() == 202 ? made(answer, request, template, Made.NOTHING) : null;
                if (made != null) {
                    return Optional.of(made);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Made> listed(String collection, Made parent, List<String> institutions) {
        ApiOperation list = contract.operation("GET", collection).orElse(null);
        if (list == null) {
            return Optional.empty();
        }
        List<Caller> entitled = party.entitled(list);
        Caller caller = list.isPublic()
                ? null
                : parent != Made.NOTHING
                        ? caller(list, parent)
                        : Stream.concat(
                                        entitled.stream().filter(one -> institutions.contains(one.institution())),
                                        entitled.stream())
                                .findFirst()
                                .orElseThrow(() -> new Untriable("no caller may " + list));
        Answer answer = party.send(request(list, parent, caller, List.of()));
        if (answer.status() != 200) {
            throw new Untriable("no record to try it on: " + list + ": " + answer.told());
        }
        JsonNode item = answer.json().path("items").path(0);
        return Stream.of("id", "sequence", "code")
                .map(item::path)
                .filter(JsonNode::isValueNode)
                .findFirst()
                .map(id -> new Made(
                        pathOf(list, parent) + "/" + Request.encoded(id.asText()),
                        item.path("institution").asText(parent.institution()),
                        caller));
    }

    private static String pathOf(ApiOperation operation, Made record) {
        return operation.subject() == null
                ? operation.path()
                : record.path() + operation.path().substring(operation.subject().length());
    }

    /** The id of a record in a collection that a caller may refer to; nothing while one is just being made there. */
    private Optional<String> idOfOne(String collection, Caller caller) {
        if (making.contains(collection)) {
            return Optional.empty();
        }
        String institution = caller == null ? "" : caller.institution();
        String key = "for " + institution + " " + collection;
        Made known = shared.get(key);
        if (known == null) {
            making.add(collection);
            try {
                known = make(template(collection), institution.isEmpty() ? List.of() : List.of(institution));
            } finally {
                making.remove(collection);
            }
            shared.put(key, known);
        }
        return Optional.of(known.id());
    }

    private String template(String collection) {
        return contract.operations().stream()
                .map(ApiOperation::path)
                .filter(path -> path.matches(Pattern.quote(collection) + "/\\{[^}]+}"))
                .findFirst()
                .orElse(collection + "/{id}");
    }
}
