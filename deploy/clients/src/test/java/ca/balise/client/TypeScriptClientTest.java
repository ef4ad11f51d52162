package ca.balise.client;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.kit.testing.NodePackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The TypeScript client, which the compiler takes in its strict mode; what it makes is run by the acceptance tests. */
class TypeScriptClientTest {

    private static final Path WRITTEN = Path.of("typescript");
    private static final Path BUILT = Path.of("target/typescript");

    @Test
    void compilesStrictly() throws IOException {
        NodePackage client = NodePackage.installed(WRITTEN, BUILT);
        remove(BUILT.resolve("dist"));
        for (String file : List.of("tsconfig.json", "src/score-uploads.ts", "test/first-path.ts")) {
            Files.createDirectories(BUILT.resolve(file).getParent());
            Files.copy(WRITTEN.resolve(file), BUILT.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }

        NodePackage.Answer compiled = client.runPackaged("typescript/bin/tsc", "--project", ".");

        assertThat(compiled.output()).isBlank();
        assertThat(compiled.status()).isZero();
        assertThat(BUILT.resolve("dist/src"))
                .isDirectoryContaining("glob:**/deid")
                .isDirectoryContaining("glob:**/genai-registry")
                .isDirectoryContaining("glob:**/socialmedia");
    }

    /** What an earlier contract left would be published with the rest. */
    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
