package ca.balise.acceptance.conformance;

import ca.balise.acceptance.conformance.ApiOperation.Body;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * Makes a body out of the contract's example: of the caller's institution, naming records that are there, and with a text of its own
 * where no two records may have the same. Nothing else of the example is touched.
 */
final class Bodies {

    private final Contract contract;
    private final BiFunction<String, Caller, Optional<String>> idOfOne;

    /** @param idOfOne gives the id of a record in a collection, for a caller to refer to */
    Bodies(Contract contract, BiFunction<String, Caller, Optional<String>> idOfOne) {
        this.contract = contract;
        this.idOfOne = idOfOne;
    }

    /**
     * A body to send.
     *
     * @param institutions whose record it may be, where the caller may make anybody's
     * @param unique pointers to the members that must be unique
     */
    Payload payload(ApiOperation operation, Body body, Caller caller, List<String> institutions, Set<String> unique) {
        JsonNode example = body.example()
                .orElseThrow(() -> new Untriable("no example of " + body.mediaType() + " for " + operation));
        JsonNode adapted = adapted(example.deepCopy(), body.schema(), "", caller);
        if (adapted instanceof ObjectNode object && object.path("institution").isTextual() && caller != null) {
            String shown = object.get("institution").asText();
            boolean fits = institutions.isEmpty() || institutions.contains(shown);
            object.put(
                    "institution", !caller.isCentral() ? caller.institution() : fits ? shown : institutions.getFirst());
        }
        unique.forEach(pointer -> makeUnique(adapted, pointer));
        return Payload.of(contract, body, adapted);
    }

    private JsonNode adapted(JsonNode node, JsonNode schema, String name, Caller caller) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : List.copyOf(object.properties())) {
                JsonNode of = contract.property(schema, member.getKey()).orElse(Contract.JSON.createObjectNode());
                // The id in "organization": {"id": …} is an organization's.
                String called = member.getKey().equals("id") ? name : member.getKey();
                object.set(member.getKey(), adapted(member.getValue(), of, called, caller));
            }
            return object;
        }
        if (node instanceof ArrayNode array) {
            JsonNode of = contract.items(schema).orElse(Contract.JSON.createObjectNode());
            String singular = name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
            for (int i = 0; i < array.size(); i++) {
                array.set(i, adapted(array.get(i), of, singular, caller));
            }
            return array;
        }
        if (!node.isTextual()) {
            return node;
        }
        if (contract.resolve(schema).path("x-unique").asBoolean()) {
            return unique(node.asText());
        }
        return referred(name, schema, caller).<JsonNode>map(TextNode::valueOf).orElse(node);
    }

    private static void makeUnique(JsonNode body, String pointer) {
        int slash = pointer.lastIndexOf('/');
        if (body.at(pointer).isTextual() && body.at(pointer.substring(0, slash)) instanceof ObjectNode object) {
            object.set(pointer.substring(slash + 1), unique(body.at(pointer).asText()));
        }
    }

    /** The text with an ending of its own, of the same kind: a word stays a word, an address an address. */
    private static TextNode unique(String text) {
        String mark = UUID.randomUUID().toString().substring(24);
        if (text.contains("://")) {
            // To the last segment, not as one more: what an address is of may end there.
            boolean hasPath = text.indexOf('/', text.indexOf("://") + 3) >= 0;
            return TextNode.valueOf(text + (hasPath ? "" : "/") + mark);
        }
        return TextNode.valueOf(
                text.matches("[A-Z0-9_-]+") ? text + "_" + mark.toUpperCase(Locale.ROOT) : text + " " + mark);
    }

    /** The id of a record that a member or parameter refers to: as its schema says, or as its name does. */
    Optional<String> referred(String name, JsonNode schema, Caller caller) {
        JsonNode resolved = contract.resolve(schema);
        String stated =
                schema.path("x-refers-to").asText(resolved.path("x-refers-to").asText());
        Optional<String> collection = stated.isEmpty()
                ? Optional.of(name)
                        .filter(_ -> resolved.path("format").asText().equals("uuid"))
                        .flatMap(this::collectionNamed)
                : Optional.of(stated);
        return collection.flatMap(path -> idOfOne.apply(path, caller));
    }

    /** The collection that a name such as {@code organizationId} speaks of. */
    private Optional<String> collectionNamed(String name) {
        String one =
                name.replaceAll("Id$", "").replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
        List<String> many = new ArrayList<>(List.of(one + "s", one + "es"));
        if (one.endsWith("y")) {
            many.add(one.substring(0, one.length() - 1) + "ies");
        }
        return contract.operations().stream()
                .filter(operation -> operation.creates() || operation.lists())
                .map(ApiOperation::path)
                .filter(path -> !path.contains("{") && !one.isEmpty())
                .filter(path -> many.contains(path.substring(path.lastIndexOf('/') + 1)))
                .findFirst();
    }
}
