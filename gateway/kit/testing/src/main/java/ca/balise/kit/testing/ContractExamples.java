package ca.balise.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.kit.testing.Contract.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The examples of a contract, so that a service proves that none is dead: it sends each request example and compares the answer,
 * and each answer example matches its schema. Members that a schema does not name are faults, though a schema of OpenAPI allows them.
 */
public final class ContractExamples {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Contract contract;

    private ContractExamples(Contract contract) {
        this.contract = contract;
    }

    /** The examples of an OpenAPI document in YAML. */
    public static ContractExamples of(String openapiYaml) {
        return new ContractExamples(Contract.of(openapiYaml));
    }

    /**
     * The example of a request.
     *
     * @param operationId of which operation
     * @param method in capitals
     * @param path with the names of its parameters in braces
     * @param mediaType of the body
     * @param body the example: JSON, or a text
     */
    public record Request(String operationId, String method, String path, String mediaType, JsonNode body) {

        @Override
        public String toString() {
            return operationId + " in " + mediaType;
        }
    }

    /** Every example of a request body. */
    public List<Request> requests() {
        return contract.operations().stream()
                .flatMap(operation -> operation.node().at("/requestBody/content").properties().stream()
                        .filter(body -> body.getValue().has("example"))
                        .map(body -> new Request(
                                operation.id(),
                                operation.method().toUpperCase(Locale.ROOT),
                                operation.path(),
                                body.getKey(),
                                body.getValue().path("example"))))
                .toList();
    }

    /**
     * Makes sure that the example of an answer is what a service answers to the example of the request. With the system property
     * {@code contracts.rewrite=true} the file of the example is written anew instead, and the next build puts it into the contract.
     *
     * @param folder where the service keeps its examples
     * @param operationId of which operation
     * @param status of the answer
     * @param answer its body
     * @param occasional members that differ each time, such as an identifier, with dots where they stand within others; the example keeps
     *     its own
     */
    public void assertAnswered(Path folder, String operationId, int status, String answer, String... occasional) {
        try {
            JsonNode shown = shown(operationId, status);
            ObjectNode answered = (ObjectNode) JSON.readTree(answer);
            for (String member : occasional) {
                int dot = member.lastIndexOf('.');
                String within = dot < 0 ? "" : "/" + member.substring(0, dot).replace('.', '/');
                String name = member.substring(dot + 1);
                JsonNode there = shown.at(within).path(name);
                if (answered.at(within) instanceof ObjectNode here && here.has(name) && !there.isMissingNode()) {
                    here.set(name, there);
                }
            }
            if (Boolean.getBoolean("contracts.rewrite")) {
                Files.writeString(
                        folder.resolve(operationId + "." + status + ".json"),
                        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answered) + "\n");
            } else {
                assertThat(answered)
                        .as("the example of %s %d", operationId, status)
                        .isEqualTo(shown);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode shown(String operationId, int status) {
        return contract.operations().stream()
                .filter(operation -> operation.id().equals(operationId))
                .map(operation -> operation
                        .node()
                        .path("responses")
                        .path(Integer.toString(status))
                        .path("content")
                        .path("application/json")
                        .path("example"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no operation " + operationId));
    }

    /**
     * Makes sure that each example of a request in JSON and of an answer is what its schema says.
     *
     * @throws AssertionError naming each example that is not, and where
     */
    public void assertMatchTheirSchemas() {
        List<String> faults = new ArrayList<>();
        for (Operation operation : contract.operations()) {
            operation
                    .node()
                    .at("/requestBody/content")
                    .properties()
                    .forEach(body -> check(operation + " request " + body.getKey(), body.getValue(), faults));
            operation
                    .node()
                    .path("responses")
                    .properties()
                    .forEach(answer -> answer.getValue()
                            .path("content")
                            .properties()
                            .forEach(content -> check(operation + " " + answer.getKey(), content.getValue(), faults)));
            operation
                    .parameters()
                    .forEach(parameter ->
                            check(operation + " " + parameter.path("name").asText(), parameter, faults));
        }
        assertThat(faults).as("examples that are not what their schemas say").isEmpty();
    }

    /**
     * Makes sure that each file of an example belongs to an operation and an answer of the contract, and is stated there.
     *
     * @param folder where a service keeps them, for example {@code src/main/resources/META-INF/examples}
     */
    public void assertNoneIsStray(Path folder) {
        Set<String> known = contract.operations().stream()
                .flatMap(operation -> Stream.concat(
                        operation.node().at("/requestBody/content").isEmpty()
                                ? Stream.empty()
                                : Stream.of("json", "form.json", "csv", "ndjson")
                                        .map(kind -> operation.id() + ".request." + kind),
                        operation.node().path("responses").properties().stream()
                                .map(answer -> operation.id() + "." + answer.getKey() + ".json")))
                .collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .as("files of examples")
                    .isNotEmpty()
                    .allMatch(known::contains);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * An address for each value that the contract states of a parameter of a list: each sort key, each value of a filter. A running
     * service answers each with 200.
     */
    public List<String> listings() {
        return contract.operations().stream()
                .filter(operation ->
                        operation.takes("query", "sort") && !operation.path().contains("{"))
                .flatMap(operation -> operation.parameters().stream()
                        .filter(parameter -> parameter.path("in").asText().equals("query"))
                        .filter(parameter -> !parameter.path("name").asText().equals("after"))
                        .flatMap(parameter -> values(parameter)
                                .map(value -> operation.path() + "?"
                                        + parameter.path("name").asText() + "="
                                        + URLEncoder.encode(value, StandardCharsets.UTF_8))))
                .toList();
    }

    private static Stream<String> values(JsonNode parameter) {
        JsonNode schema =
                parameter.at("/schema/items").isObject() ? parameter.at("/schema/items") : parameter.path("schema");
        JsonNode example = parameter.path("example");
        return schema.has("enum")
                ? Contract.list(schema.path("enum")).stream().map(JsonNode::asText)
                : Stream.of((example.isArray() ? example.get(0) : example).asText());
    }

    private void check(String what, JsonNode described, List<String> faults) {
        JsonNode example = described.path("example");
        if (example.isMissingNode() || !described.has("schema")) {
            return;
        }
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.set("$defs", plain(contract.document().at("/components/schemas"), true));
        schema.setAll((ObjectNode) plain(described.path("schema"), false));
        JsonSchema validator = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(
                        schema,
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
        validator.validate(example).forEach(fault -> faults.add(what + ": " + fault.getMessage()));
    }

    /** The same schemas as JSON Schema writes them: null as a type of its own, and no member that is not named. */
    private static JsonNode plain(JsonNode node, boolean named) {
        if (node.isArray()) {
            var plain = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> plain.add(plain(element, false)));
            return plain;
        }
        if (!node.isObject()) {
            return node.isTextual()
                    ? JsonNodeFactory.instance.textNode(node.asText().replace("#/components/schemas/", "#/$defs/"))
                    : node;
        }
        ObjectNode plain = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(member -> {
            boolean names = !named && member.getKey().equals("properties");
            if (named || !Set.of("example", "nullable").contains(member.getKey())) {
                plain.set(member.getKey(), plain(member.getValue(), names));
            }
        });
        if (!named && plain.has("properties") && !plain.has("additionalProperties")) {
            plain.put("additionalProperties", false);
        }
        if (!named && node.path("nullable").asBoolean()) {
            ObjectNode orNull = JsonNodeFactory.instance.objectNode();
            orNull.putArray("anyOf").add(plain).addObject().put("type", "null");
            return orNull;
        }
        return plain;
    }
}
