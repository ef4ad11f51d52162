package ca.balise.acceptance.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges JSON by a schema of a contract. Two things beside the schema language: {@code nullable} holds whatever stands beside it,
 * also where the rest is a reference, as generators mean it; and a member that the contract does not document is a fault, unless
 * the schema is open.
 */
final class Schemas {

    /** The language of OpenAPI 3.0; words it does not know, such as extensions, say nothing. */
    private static final JsonMetaSchema LANGUAGE = JsonMetaSchema.builder(OpenApi30.getInstance())
            .unknownKeywordFactory((keyword, _) -> new NonValidationKeyword(keyword))
            .build();

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(
            VersionFlag.V4, builder -> builder.metaSchema(LANGUAGE).defaultMetaSchemaIri(LANGUAGE.getIri()));

    private static final int MOST = 5;

    private Schemas() {}

    /** What is wrong with a value; nothing if it is as documented. */
    static List<String> faults(Contract contract, JsonNode schema, JsonNode value) {
        ObjectNode whole = Contract.JSON.createObjectNode();
        whole.putArray("allOf").add(nullable(schema));
        whole.putObject("components")
                .set("schemas", nullable(contract.document().at("/components/schemas")));
        List<String> faults = new ArrayList<>(FACTORY.getSchema(whole).validate(value).stream()
                .map(ValidationMessage::getMessage)
                .toList());
        undocumented(contract, schema, value, "", faults);
        return faults.stream().distinct().limit(MOST).toList();
    }

    /** The schema with {@code nullable: true} said in the words of JSON Schema. */
    private static JsonNode nullable(JsonNode schema) {
        if (schema instanceof ArrayNode array) {
            ArrayNode copy = Contract.JSON.createArrayNode();
            array.forEach(item -> copy.add(nullable(item)));
            return copy;
        }
        if (!(schema instanceof ObjectNode)) {
            return schema;
        }
        ObjectNode copy = Contract.JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> member : schema.properties()) {
            copy.set(member.getKey(), nullable(member.getValue()));
        }
        if (!copy.path("nullable").asBoolean()) {
            return copy;
        }
        copy.remove("nullable");
        ObjectNode either = Contract.JSON.createObjectNode();
        ArrayNode choices = either.putArray("anyOf");
        choices.addObject().putArray("enum").addNull();
        choices.add(copy);
        return either;
    }

    private static void undocumented(
            Contract contract, JsonNode schema, JsonNode value, String pointer, List<String> faults) {
        if (value.isArray()) {
            Optional<JsonNode> items = contract.items(schema);
            for (int i = 0; items.isPresent() && i < value.size(); i++) {
                undocumented(contract, items.get(), value.get(i), pointer + "/" + i, faults);
            }
        }
        if (!value.isObject() || contract.isOpen(schema)) {
            return;
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            String place = pointer + "/" + member.getKey();
            Optional<JsonNode> of = contract.property(schema, member.getKey());
            if (of.isPresent()) {
                undocumented(contract, of.get(), member.getValue(), place, faults);
            } else {
                faults.add(place + ": the contract does not document this member");
            }
        }
    }
}
