package ca.balise.acceptance.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An OpenAPI 3.0 contract, as it is served. */
final class Contract {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final String name;
    private final JsonNode document;
    private final List<ApiOperation> operations = new ArrayList<>();

    private Contract(String name, JsonNode document) {
        this.name = name;
        this.document = document;
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (String method : ApiOperation.METHODS) {
                if (path.getValue().has(method.toLowerCase(java.util.Locale.ROOT))) {
                    operations.add(new ApiOperation(this, method, path.getKey(), path.getValue()));
                }
            }
        }
    }

    /**
     * Reads a contract.
     *
     * @param name the service it is of
     * @param text YAML or JSON
     */
    static Contract read(String name, String text) {
        try {
            return new Contract(name, YAML.readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the contract of " + name + " is not YAML", e);
        }
    }

    String name() {
        return name;
    }

    JsonNode document() {
        return document;
    }

    List<ApiOperation> operations() {
        return List.copyOf(operations);
    }

    Optional<ApiOperation> operation(String method, String path) {
        return operations.stream()
                .filter(operation ->
                        operation.method().equals(method) && operation.path().equals(path))
                .findFirst();
    }

    Optional<ApiOperation> operation(String id) {
        return operations.stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst();
    }

    /** Every role that an operation of this contract names. */
    Set<String> roles() {
        Set<String> roles = new HashSet<>();
        operations.forEach(operation -> operation.roles().ifPresent(roles::addAll));
        return roles;
    }

    /** The node itself or, where it is a reference, what it refers to. */
    JsonNode resolve(JsonNode node) {
        JsonNode found = node;
        for (int hops = 0; found.has("$ref") && hops < 20; hops++) {
            found = document.at(found.get("$ref").asText().substring(1));
        }
        return found;
    }

    /** The schema of a member, looked for in the schema's own properties and in those of what it is composed of. */
    Optional<JsonNode> property(JsonNode schema, String member) {
        JsonNode resolved = resolve(schema);
        if (resolved.path("properties").has(member)) {
            return Optional.of(resolved.get("properties").get(member));
        }
        for (String composition : List.of("allOf", "oneOf", "anyOf")) {
            for (JsonNode part : resolved.path(composition)) {
                Optional<JsonNode> found = property(part, member);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** The schema of the items of an array; empty where there is none. */
    Optional<JsonNode> items(JsonNode schema) {
        JsonNode resolved = resolve(schema);
        if (resolved.has("items")) {
            return Optional.of(resolved.get("items"));
        }
        for (JsonNode part : resolved.path("allOf")) {
            Optional<JsonNode> found = items(part);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Whether an object of this schema may have members that the contract does not name. */
    boolean isOpen(JsonNode schema) {
        JsonNode resolved = resolve(schema);
        JsonNode additional = resolved.path("additionalProperties");
        if (additional.isObject() || additional.asBoolean()) {
            return true;
        }
        boolean composed = false;
        for (String composition : List.of("allOf", "oneOf", "anyOf")) {
            for (JsonNode part : resolved.path(composition)) {
                composed = true;
                if (isOpen(part)) {
                    return true;
                }
            }
        }
        return !composed && !resolved.has("properties") && !additional.isBoolean();
    }

    /**
     * The example of a parameter or a body: its own, else that of its schema, else the one that the examples of its members make, as
     * Swagger UI shows it. Nothing is invented.
     *
     * @param carrier the parameter or the media type
     */
    Optional<JsonNode> example(JsonNode carrier) {
        JsonNode schema = carrier.path("schema");
        if (carrier.has("example")) {
            return Optional.of(written(carrier.get("example"), schema));
        }
        for (JsonNode example : carrier.path("examples")) {
            JsonNode value = resolve(example).path("value");
            if (!value.isMissingNode()) {
                return Optional.of(written(value, schema));
            }
        }
        return composed(schema);
    }

    private Optional<JsonNode> composed(JsonNode schema) {
        JsonNode resolved = resolve(schema);
        if (resolved.has("example")) {
            return Optional.of(written(resolved.get("example"), resolved));
        }
        if (resolved.has("default")) {
            return Optional.of(resolved.get("default"));
        }
        if (resolved.path("enum").size() > 0) {
            return Optional.of(resolved.get("enum").get(0));
        }
        if (resolved.has("items")) {
            return composed(resolved.get("items"))
                    .map(item -> JSON.createArrayNode().add(item));
        }
        if (resolved.path("allOf").size() == 1) {
            return composed(resolved.get("allOf").get(0));
        }
        return resolved.has("properties") ? composedObject(resolved) : Optional.empty();
    }

    private Optional<JsonNode> composedObject(JsonNode schema) {
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(member -> required.add(member.asText()));
        ObjectNode object = JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> property : schema.get("properties").properties()) {
            Optional<JsonNode> example = required.contains(property.getKey())
                    ? composed(property.getValue())
                    : Optional.ofNullable(resolve(property.getValue()).get("example"));
            if (example.isPresent()) {
                object.set(property.getKey(), example.get());
            } else if (required.contains(property.getKey())) {
                return Optional.empty();
            }
        }
        return Optional.of(object);
    }

    /** An example of a structure may be written as the text of it. */
    private JsonNode written(JsonNode example, JsonNode schema) {
        String type = resolve(schema).path("type").asText("object");
        if (example.isTextual() && !type.equals("string")) {
            try {
                JsonNode parsed = JSON.readTree(example.asText());
                return parsed instanceof ArrayNode || parsed instanceof ObjectNode || parsed.isValueNode()
                        ? parsed
                        : example;
            } catch (JsonProcessingException plainText) {
                return example;
            }
        }
        return example;
    }

    @Override
    public String toString() {
        return name;
    }
}
