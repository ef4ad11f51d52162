package ca.balise.kit.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A contract as its text says it.
 *
 * @param document the whole
 * @param operations its operations, in order
 */
record Contract(JsonNode document, List<Operation> operations) {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");

    /**
     * One operation.
     *
     * @param path its path, with the names of its parameters in braces
     * @param method in lower case
     * @param node what is said of it
     */
    record Operation(String path, String method, JsonNode node) {

        String id() {
            return node.path("operationId").asText();
        }

        List<JsonNode> parameters() {
            return list(node.path("parameters"));
        }

        boolean takes(String in, String name) {
            return parameters().stream()
                    .anyMatch(parameter -> parameter.path("in").asText().equals(in)
                            && parameter.path("name").asText().equals(name));
        }

        boolean isPublic() {
            return path.contains("/v1/public/");
        }

        @Override
        public String toString() {
            return method.toUpperCase(java.util.Locale.ROOT) + " " + path;
        }
    }

    static Contract of(String yaml) {
        try {
            JsonNode document = new YAMLMapper().readTree(yaml);
            return new Contract(
                    document,
                    document.path("paths").properties().stream()
                            .flatMap(path -> path.getValue().properties().stream()
                                    .filter(member -> METHODS.contains(member.getKey()))
                                    .map(member -> new Operation(path.getKey(), member.getKey(), member.getValue())))
                            .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the contract is no YAML", e);
        }
    }

    static List<JsonNode> list(JsonNode array) {
        return Stream.iterate(0, i -> i < array.size(), i -> i + 1)
                .map(array::get)
                .toList();
    }
}
