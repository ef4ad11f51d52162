package ca.balise.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.kit.testing.Contract.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a contract must say, so that a stranger can call each operation from it alone. Each service runs all rules over the document
 * it serves.
 */
public final class ContractRules {

    private static final Pattern CAMEL_CASE = Pattern.compile("[a-z][a-zA-Z0-9]*");
    private static final String PROBLEM = "application/problem+json";

    private ContractRules() {}

    /**
     * Makes sure that every rule is kept.
     *
     * @param openapiYaml the OpenAPI document as the running service gives it, in YAML
     * @throws AssertionError naming each operation that breaks a rule, and the rule
     */
    public static void assertKept(String openapiYaml) {
        Contract contract = Contract.of(openapiYaml);
        assertThat(contract.operations())
                .as("a contract without operations would prove nothing")
                .isNotEmpty();
        assertThat(broken(contract)).as("rules that the contract breaks").isEmpty();
    }

    private static List<String> broken(Contract contract) {
        List<String> broken = new ArrayList<>();
        whole(contract, broken);
        for (Operation operation : contract.operations()) {
            List<String> faults = new ArrayList<>();
            name(operation, faults);
            access(operation, faults);
            problems(operation, faults);
            examples(operation, faults);
            conditions(operation, faults);
            limits(operation, faults);
            faults.forEach(fault -> broken.add(operation + ": " + fault));
        }
        return broken;
    }

    private static void whole(Contract contract, List<String> broken) {
        String said = contract.document().at("/info/description").asText();
        require(said.contains("Content-Language") && said.contains("Vary"), "language is not explained", broken);
        require(contract.document().at("/components/schemas/Problem").isObject(), "there is no Problem schema", broken);
        contract.operations().stream()
                .collect(Collectors.groupingBy(Operation::id, Collectors.counting()))
                .forEach((id, times) -> require(times == 1, "operationId " + id + " is not unique", broken));
        List<String> described = Contract.list(contract.document().path("tags")).stream()
                .filter(tag -> !tag.path("description").asText().isBlank())
                .map(tag -> tag.path("name").asText())
                .toList();
        contract.operations().stream()
                .flatMap(operation -> Contract.list(operation.node().path("tags")).stream())
                .map(JsonNode::asText)
                .distinct()
                .forEach(tag -> require(described.contains(tag), "tag " + tag + " is not described", broken));
    }

    private static void name(Operation operation, List<String> faults) {
        require(CAMEL_CASE.matcher(operation.id()).matches(), "operationId is not camelCase", faults);
        require(!operation.node().path("summary").asText().isBlank(), "no summary", faults);
        require(!operation.node().path("tags").isEmpty(), "no tag", faults);
    }

    private static void access(Operation operation, List<String> faults) {
        JsonNode roles = operation.node().path("x-required-roles");
        boolean anyone = operation.node().path("x-any-caller").asBoolean();
        if (operation.isPublic()) {
            require(roles.isMissingNode() && !anyone, "public, and asks for a caller", faults);
        } else {
            require(roles.isArray(), "x-required-roles is not stated", faults);
            require(roles.isEmpty() == anyone, "neither one of several roles nor any caller", faults);
            require(!operation.node().path("security").isEmpty(), "no security requirement", faults);
        }
    }

    private static void problems(Operation operation, List<String> faults) {
        List<String> statuses = new ArrayList<>(List.of("400", "406", "500", "503"));
        if (!operation.isPublic()) {
            Collections.addAll(statuses, "401", "403");
        }
        if (operation.path().contains("{")) {
            statuses.add("404");
        }
        if (operation.node().has("requestBody")) {
            Collections.addAll(statuses, "413", "415", "422");
        }
        if (operation.takes("header", "If-Match")) {
            Collections.addAll(statuses, "412", "428");
        }
        JsonNode responses = operation.node().path("responses");
        statuses.forEach(status -> require(responses.has(status), "no " + status, faults));
        responses.properties().stream()
                .filter(answer -> answer.getKey().compareTo("400") >= 0)
                .forEach(answer -> {
                    JsonNode content = answer.getValue().path("content").path(PROBLEM);
                    require(
                            content.at("/schema/$ref").asText().endsWith("/Problem"),
                            answer.getKey() + " is no problem",
                            faults);
                    require(hasExample(content), answer.getKey() + " has no example", faults);
                });
    }

    private static void examples(Operation operation, List<String> faults) {
        operation.node().at("/requestBody/content").properties().stream()
                // Bytes cannot be shown in a text.
                .filter(body -> !body.getValue().at("/schema/format").asText().equals("binary"))
                .filter(body -> !hasExample(body.getValue()))
                .forEach(body -> faults.add("the request in " + body.getKey() + " has no example"));
        operation.parameters().stream()
                .filter(parameter -> !hasExample(parameter))
                .forEach(parameter ->
                        faults.add("parameter " + parameter.path("name").asText() + " has no example"));
        operation.parameters().stream()
                .filter(parameter -> parameter.path("description").asText().isBlank())
                .forEach(parameter ->
                        faults.add("parameter " + parameter.path("name").asText() + " is not described"));
        operation.node().path("responses").properties().stream()
                .filter(answer ->
                        answer.getKey().equals("200") || answer.getKey().equals("201"))
                .filter(answer -> answer.getValue().path("content").isEmpty())
                .forEach(answer -> faults.add(answer.getKey() + " does not say what is answered"));
        operation.node().path("responses").properties().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .filter(answer -> answer.getValue().path("content").has("application/json"))
                .filter(answer -> !hasExample(answer.getValue().path("content").path("application/json")))
                .forEach(answer -> faults.add(answer.getKey() + " has no example"));
    }

    private static void conditions(Operation operation, List<String> faults) {
        JsonNode ok = operation.node().at("/responses/200");
        boolean reads = operation.method().equals("get") && ok.path("content").has("application/json");
        if (reads && !operation.node().has("x-not-stored")) {
            require(ok.path("headers").has("ETag"), "a stored answer without ETag", faults);
            require(operation.takes("header", "If-None-Match"), "no If-None-Match", faults);
            require(operation.node().path("responses").has("304"), "no 304", faults);
        }
        if (operation.method().equals("put") || operation.method().equals("patch")) {
            require(operation.takes("header", "If-Match"), "changes without If-Match", faults);
        }
        Function<String, Boolean> demanded = name -> operation.parameters().stream()
                .filter(parameter -> parameter.path("name").asText().equals(name))
                .allMatch(parameter -> parameter.path("required").asBoolean());
        require(demanded.apply("If-Match"), "If-Match is not required", faults);
    }

    private static void limits(Operation operation, List<String> faults) {
        if (operation.node().has("requestBody")) {
            require(
                    !operation.node().at("/requestBody/description").asText().isBlank(),
                    "the limit of the body is not stated",
                    faults);
        }
        operation.parameters().stream()
                .filter(parameter -> parameter.path("name").asText().equals("limit"))
                .forEach(parameter -> require(
                        parameter.at("/schema/maximum").isNumber(), "the limit of a page is not stated", faults));
    }

    private static boolean hasExample(JsonNode described) {
        return described.has("example") || !described.path("examples").isEmpty();
    }

    private static void require(boolean kept, String fault, List<String> faults) {
        if (!kept) {
            faults.add(fault);
        }
    }
}
