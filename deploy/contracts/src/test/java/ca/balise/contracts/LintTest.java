package ca.balise.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.kit.testing.NodePackage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The conventions: each contract keeps them, and each rule notices who does not. Spectral runs once, over everything. */
class LintTest {

    private static final Path FIXTURES = Path.of("src/test/resources/lint");
    private static final Path RULES = Path.of("spectral.yaml");
    private static final Map<String, List<Finding>> FINDINGS = new TreeMap<>();

    private record Finding(String rule, String place, String message) {

        @Override
        public String toString() {
            return rule + " at " + place + ": " + message;
        }
    }

    @BeforeAll
    static void lintEverything() throws IOException {
        Path folder = Files.createDirectories(Path.of("target/lint"));
        try (var old = Files.list(folder)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        String sound = Contracts.text(FIXTURES.resolve("sound.yaml"));
        Files.writeString(folder.resolve("sound.json"), Contracts.patched(sound, "{}"));
        for (String fixture : fixtures().toList()) {
            Files.writeString(
                    folder.resolve(fixture + ".json"),
                    Contracts.patched(sound, Contracts.text(FIXTURES.resolve(fixture + ".yaml"))));
        }
        for (String name : Contracts.names()) {
            Files.copy(
                    Contracts.current(name),
                    folder.resolve("contract-" + name + ".yaml"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Path report = Path.of("target/lint-report.json");
        Files.deleteIfExists(report);
        NodePackage.Answer answer = NodePackage.installed(Path.of(""), Path.of("target/npm"))
                .runPackaged(
                        "@stoplight/spectral-cli/dist/index.js",
                        "lint",
                        "--quiet",
                        "--ruleset=" + RULES.toAbsolutePath(),
                        "--format=json",
                        "--output=" + report.toAbsolutePath(),
                        folder.toAbsolutePath() + "/*.{json,yaml}");
        assertThat(report).as("Spectral said: " + answer.output()).isNotEmptyFile();
        for (JsonNode found : new ObjectMapper().readTree(report.toFile())) {
            FINDINGS.computeIfAbsent(
                            Path.of(found.get("source").asText())
                                    .getFileName()
                                    .toString()
                                    .replaceFirst("\\.[a-z]+$", ""),
                            file -> new ArrayList<>())
                    .add(new Finding(
                            found.get("code").asText(),
                            StreamSupport.stream(found.get("path").spliterator(), false)
                                    .map(JsonNode::asText)
                                    .collect(Collectors.joining(" > ")),
                            found.get("message").asText()));
        }
    }

    static List<String> contracts() {
        return Contracts.names();
    }

    static Stream<String> fixtures() throws IOException {
        try (var files = Files.list(FIXTURES)) {
            return files
                    .map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .filter(name -> !name.equals("sound"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void keepsTheConventions(String contract) {
        assertThat(FINDINGS.getOrDefault("contract-" + contract, List.of())).isEmpty();
    }

    @Test
    void findsNothingInAContractThatKeepsThemAll() {
        assertThat(FINDINGS.getOrDefault("sound", List.of())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void noticesWhatBreaksOneRuleAndNothingElse(String fixture) {
        assertThat(FINDINGS.getOrDefault(fixture, List.of()))
                .extracting(Finding::rule)
                .isNotEmpty()
                .containsOnly(fixture.replaceFirst("--.*", ""));
    }

    @Test
    void provesEachRule() throws IOException {
        Set<String> proven =
                fixtures().map(name -> name.replaceFirst("--.*", "")).collect(Collectors.toCollection(TreeSet::new));

        assertThat(proven).containsAll(ownRules().keySet());
    }

    @Test
    void saysWhichConventionEachRuleIs() throws IOException {
        Pattern headings = Pattern.compile("^## (.+)$", Pattern.MULTILINE);
        Set<String> conventions = headings.matcher(Contracts.text(Path.of("CONVENTIONS.md")))
                .results()
                .map(heading -> heading.group(1))
                .collect(Collectors.toSet());

        assertThat(ownRules().values())
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(conventions)
                        .contains(rule.path("description").asText().replaceFirst(":.*", "")));
        assertThat(ownRules().values())
                .allSatisfy(rule -> assertThat(rule.path("severity").asText()).isEqualTo("error"));
    }

    private static Map<String, JsonNode> ownRules() throws IOException {
        Map<String, JsonNode> rules = new TreeMap<>();
        new YAMLMapper()
                .readTree(RULES.toFile()).get("rules").properties().stream()
                        .filter(rule -> rule.getValue().isObject())
                        .forEach(rule -> rules.put(rule.getKey(), rule.getValue()));
        return rules;
    }
}
