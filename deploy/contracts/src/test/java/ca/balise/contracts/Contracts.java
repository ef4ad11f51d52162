package ca.balise.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The contracts under test, and small ones made by changing another. */
final class Contracts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> MODULES = Map.of(
            "deid", "deid-service",
            "genai-registry", "genai-registry-service",
            "socialmedia", "socialmedia-compliance-service");

    private Contracts() {}

    static List<String> names() {
        return MODULES.keySet().stream().sorted().toList();
    }

    /** What callers have. */
    static Path released(String name) {
        return Path.of(name + ".yaml");
    }

    /** What the service serves now; its own test compares the two. */
    static Path current(String name) {
        return Path.of("../..", MODULES.get(name), "contract/openapi.yaml");
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A contract with some of it changed, as JSON.
     *
     * @param contract in YAML; anchors are followed
     * @param patch a JSON Merge Patch (RFC 7386), in YAML
     */
    static String patched(String contract, String patch) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(merge(tree(contract), tree(patch)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object tree(String yaml) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    }

    private static @Nullable Object merge(@Nullable Object target, @Nullable Object patch) {
        if (!(patch instanceof Map<?, ?> changes)) {
            return patch;
        }
        Map<Object, @Nullable Object> merged = new LinkedHashMap<>();
        if (target instanceof Map<?, ?> before) {
            merged.putAll(before);
        }
        changes.forEach((key, change) -> {
            if (change == null) {
                merged.remove(key);
            } else {
                merged.put(key, merge(merged.get(key), change));
            }
        });
        return merged;
    }
}
