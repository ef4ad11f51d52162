package ca.balise.acceptance.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One operation of a contract, with what the contract says of it. */
final class ApiOperation {

    static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private static final Pattern PUBLIC = Pattern.compile("/[^/]+/v\\d+/public/.*");
    private static final Pattern IN_WORDS = Pattern.compile("at most [0-9]+ bytes");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]+)}");

    private final Contract contract;
    private final String method;
    private final String path;
    private final JsonNode node;
    private final List<Parameter> parameters;
    private final Map<String, Body> bodies;

    /**
     * A parameter of an operation.
     *
     * @param place {@code path}, {@code query} or {@code header}
     * @param requiredWith the media types of the body with which it is required, although it is not with others
     * @param example what the contract shows, if it shows something
     */
    record Parameter(
            String name,
            String place,
            boolean required,
            Set<String> requiredWith,
            JsonNode schema,
            Optional<JsonNode> example) {

        /** What the contract shows, as it is written in an address or a header: of several values the first. */
        Optional<String> shown() {
            return example.map(value -> value.isArray() ? value.path(0) : value).map(JsonNode::asText);
        }
    }

    /**
     * A body of one media type.
     *
     * @param description what the contract says of the media type
     * @param example what the contract shows, if it shows something
     */
    record Body(String mediaType, JsonNode description, Optional<JsonNode> example) {

        JsonNode schema() {
            return description.path("schema");
        }

        /** Whether it is bytes that no example can show. */
        boolean isBytes() {
            return schema().path("format").asText().equals("binary");
        }

        boolean isJson() {
            return mediaType.equals("application/json") || mediaType.endsWith("+json");
        }
    }

    ApiOperation(Contract contract, String method, String path, JsonNode item) {
        this.contract = contract;
        this.method = method;
        this.path = path;
        this.node = item.get(method.toLowerCase(Locale.ROOT));
        this.parameters = parameters(item);
        this.bodies = bodies();
    }

    private List<Parameter> parameters(JsonNode item) {
        Map<String, Parameter> found = new LinkedHashMap<>();
        for (JsonNode level : List.of(item.path("parameters"), node.path("parameters"))) {
            for (JsonNode written : level) {
                JsonNode parameter = contract.resolve(written);
                String name = parameter.path("name").asText();
                String place = parameter.path("in").asText();
                found.put(
                        place + " " + name,
                        new Parameter(
                                name,
                                place,
                                parameter.path("required").asBoolean(),
                                words(parameter.path("x-required-with")),
                                parameter.path("schema"),
                                contract.example(parameter)));
            }
        }
        return List.copyOf(found.values());
    }

    private Map<String, Body> bodies() {
        Map<String, Body> found = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> content : requestBody().path("content").properties()) {
            found.put(
                    content.getKey(),
                    new Body(content.getKey(), content.getValue(), contract.example(content.getValue())));
        }
        return found;
    }

    private JsonNode requestBody() {
        return contract.resolve(node.path("requestBody"));
    }

    Contract contract() {
        return contract;
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    JsonNode node() {
        return node;
    }

    String id() {
        return node.path("operationId").asText();
    }

    /** The roles of which a caller needs one; empty where the contract does not say, or says that none is needed. */
    Optional<Set<String>> roles() {
        if (node.path("x-required-roles").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(words(node.get("x-required-roles")));
    }

    private static Set<String> words(JsonNode list) {
        Set<String> words = new HashSet<>();
        list.forEach(word -> words.add(word.asText()));
        return words;
    }

    /** Whether any valid token will do. */
    boolean anyCaller() {
        return node.path("x-any-caller").asBoolean();
    }

    /** Whether no token is needed. */
    boolean isPublic() {
        return PUBLIC.matcher(path).matches();
    }

    /** Whether its record is nobody's own, although reading it takes a role. */
    boolean isShared() {
        return node.path("x-shared").asBoolean();
    }

    /** The operations to carry out on a new record before this one. */
    List<ApiOperation> before() {
        List<ApiOperation> before = new ArrayList<>();
        node.path("x-after")
                .forEach(id -> before.add(contract.operation(id.asText())
                        .orElseThrow(
                                () -> new Untriable("x-after names " + id + ", which the contract does not have"))));
        return before;
    }

    List<Parameter> parameters() {
        return parameters;
    }

    List<Parameter> parameters(String place) {
        return parameters.stream()
                .filter(parameter -> parameter.place().equals(place))
                .toList();
    }

    Optional<Parameter> parameter(String place, String name) {
        return parameters(place).stream()
                .filter(parameter -> parameter.name().equalsIgnoreCase(name))
                .findFirst();
    }

    List<Body> requestBodies() {
        return List.copyOf(bodies.values());
    }

    boolean hasBody() {
        return !bodies.isEmpty();
    }

    /** The body in JSON, where it takes one and the contract has an example of it. */
    Optional<Body> jsonBody() {
        return bodies.values().stream()
                .filter(body -> body.isJson() && body.example().isPresent())
                .findFirst();
    }

    /** The body to send where any will do: in JSON if possible, with an example. */
    Optional<Body> anyBody() {
        return jsonBody()
                .or(() -> bodies.values().stream()
                        .filter(body -> body.example().isPresent())
                        .findFirst());
    }

    /** The largest body in octets; empty where the contract does not state it. */
    Optional<Long> largestBody(Body body) {
        for (JsonNode level : List.of(body.description(), requestBody(), node)) {
            if (level.path("x-maximum-bytes").isIntegralNumber()) {
                return Optional.of(level.get("x-maximum-bytes").asLong());
            }
        }
        return Optional.empty();
    }

    /** Whether the limits of a body are said in words: of one that is streamed, which has several and no largest length. */
    boolean limitsBodyInWords() {
        return IN_WORDS.matcher(requestBody().path("description").asText()).find();
    }

    /** Its documented answers by status. */
    Map<String, JsonNode> responses() {
        Map<String, JsonNode> responses = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> response : node.path("responses").properties()) {
            responses.put(response.getKey(), contract.resolve(response.getValue()));
        }
        return responses;
    }

    boolean documents(int status) {
        return node.path("responses").has(String.valueOf(status));
    }

    /** The documented statuses of success. */
    SortedSet<Integer> successes() {
        SortedSet<Integer> successes = new TreeSet<>();
        responses().keySet().stream()
                .filter(status -> status.matches("2\\d\\d"))
                .map(Integer::valueOf)
                .forEach(successes::add);
        return successes;
    }

    /** Whether an answer of this status is documented with this header. */
    boolean documentsHeader(int status, String header) {
        JsonNode headers = responses()
                .getOrDefault(String.valueOf(status), contract.document())
                .path("headers");
        for (Map.Entry<String, JsonNode> documented : headers.properties()) {
            if (documented.getKey().equalsIgnoreCase(header)) {
                return true;
            }
        }
        return false;
    }

    /** The media types of its successful answers. */
    Set<String> produces() {
        Set<String> types = new HashSet<>();
        successes()
                .forEach(status -> responses()
                        .get(String.valueOf(status))
                        .path("content")
                        .fieldNames()
                        .forEachRemaining(types::add));
        return types;
    }

    /** Whether it makes a record or begins a job, and so keeps the rule of the idempotency key. */
    boolean creates() {
        return method.equals("POST") && (documents(201) || documents(202));
    }

    /** Whether it answers at once and keeps nothing, unless the caller prefers a job ({@code Prefer: respond-async}). */
    boolean createsOnlyLater() {
        return creates() && documents(200) && !documents(201);
    }

    /** Whether it answers with a page of a collection. */
    boolean lists() {
        return method.equals("GET")
                && parameter("query", "limit").isPresent()
                && parameter("query", "after").isPresent();
    }

    /** The largest page that it gives, as far as is documented. */
    int mostItems() {
        return parameter("query", "limit")
                .map(limit -> contract.resolve(limit.schema()).path("maximum").asInt(500))
                .orElse(500);
    }

    /** Why what it reads is computed for the moment, and so has no tag; empty where the contract does not say that it is. */
    String notStored() {
        return node.path("x-not-stored").asText();
    }

    /** Whether it reads one stored record, and so answers with its tag. */
    boolean readsRecord() {
        return method.equals("GET")
                && notStored().isEmpty()
                && path.endsWith("}")
                && !isWord(lastParameter())
                && produces().stream().anyMatch(type -> type.equals("application/json"));
    }

    /** Whether it changes what a tagged read of the same path answers. */
    boolean changesRecord() {
        return !method.equals("GET")
                && !method.equals("POST")
                && contract.operation("GET", path)
                        .filter(ApiOperation::readsRecord)
                        .isPresent();
    }

    /** Whether it cancels work rather than changing a record: "{@code DELETE} cancels" a job. */
    boolean cancelsJob() {
        return method.equals("DELETE") && path.matches(".*/jobs/\\{[^}]+}");
    }

    /** Its path up to its last placeholder: the record it is about; {@code null} where it has none. */
    String subject() {
        int end = path.lastIndexOf('}');
        return end < 0 ? null : path.substring(0, end + 1);
    }

    private Parameter lastParameter() {
        return parameters("path").stream()
                .filter(parameter -> path.endsWith("{" + parameter.name() + "}"))
                .findFirst()
                .orElseThrow(() -> new Untriable("the contract does not describe the last placeholder of " + path));
    }

    /** Whether a parameter is one of some words, and so no id. */
    boolean isWord(Parameter parameter) {
        return contract.resolve(parameter.schema()).path("enum").size() > 0;
    }

    /** The path with each placeholder replaced. */
    String fill(java.util.function.Function<String, String> value) {
        return PLACEHOLDER.matcher(path).replaceAll(found -> Matcher.quoteReplacement(value.apply(found.group(1))));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
