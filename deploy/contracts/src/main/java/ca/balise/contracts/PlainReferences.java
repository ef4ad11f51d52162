package ca.balise.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * A contract with each {@code allOf} around one reference taken off, since openapi-diff sees nothing that changes within an
 * {@code allOf}. In OpenAPI 3.0 it is how a reference says that it may be null, or describes itself; it becomes a reference to the schema,
 * or to the schema with {@code nullable}.
 */
final class PlainReferences {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String OR_NULL = "OrNull";

    /** What may stand beside the reference without narrowing it. */
    private static final Set<String> HARMLESS =
            Set.of("allOf", "type", "description", "nullable", "title", "example", "default", "deprecated");

    private final ObjectNode schemas;

    private PlainReferences(ObjectNode schemas) {
        this.schemas = schemas;
    }

    /**
     * The same contract, so written.
     *
     * @throws IllegalArgumentException where the text is no contract, or combines schemas in a way that would go uncompared
     */
    static String in(String contract) {
        try {
            JsonNode root = YAML.readTree(contract);
            if (root.at("/components/schemas") instanceof ObjectNode schemas) {
                List<String> names = schemas.propertyStream()
                        .map(java.util.Map.Entry::getKey)
                        .toList();
                for (String name : names) {
                    ObjectNode orNull = schemas.get(name).deepCopy();
                    schemas.set(name + OR_NULL, orNull.put("nullable", true));
                }
                new PlainReferences(schemas).visit(root);
            }
            return YAML.writeValueAsString(root);
        } catch (IOException e) {
            throw new IllegalArgumentException("no contract in YAML or JSON", e);
        }
    }

    private void visit(JsonNode node) {
        if (node instanceof ObjectNode object && object.get("allOf") instanceof ArrayNode parts) {
            replace(object, parts);
        }
        if (node.path("anyOf").isArray()) {
            throw new IllegalArgumentException("an anyOf would go uncompared: " + node);
        }
        for (Iterator<JsonNode> children = node.elements(); children.hasNext(); ) {
            visit(children.next());
        }
    }

    private void replace(ObjectNode schema, ArrayNode parts) {
        String reference = parts.size() == 1 ? parts.get(0).path("$ref").asText("") : "";
        Set<String> members = new java.util.TreeSet<>();
        schema.fieldNames().forEachRemaining(members::add);
        if (!reference.startsWith(SCHEMAS)
                || !schemas.has(reference.substring(SCHEMAS.length()))
                || !HARMLESS.containsAll(members)) {
            throw new IllegalArgumentException("an allOf that is not one reference would go uncompared: " + schema);
        }
        boolean nullable = schema.path("nullable").asBoolean();
        schema.removeAll();
        schema.put("$ref", nullable ? reference + OR_NULL : reference);
    }
}
