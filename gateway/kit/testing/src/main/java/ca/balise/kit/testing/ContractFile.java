package ca.balise.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The contract that is checked in, compared with the one that is served. The code is the truth: with the system property
 * {@code contracts.rewrite=true} the file is written anew instead, for the change to be read in review.
 */
public final class ContractFile {

    private final Path file;
    private final boolean rewrite;

    ContractFile(Path file, boolean rewrite) {
        this.file = file;
        this.rewrite = rewrite;
    }

    /** The file, relative to the module, for example {@code contract/openapi.yaml}. */
    public static ContractFile at(String file) {
        return new ContractFile(Path.of(file).toAbsolutePath(), Boolean.getBoolean("contracts.rewrite"));
    }

    /**
     * Compares to the letter, line endings aside.
     *
     * @param served the OpenAPI document as the running service gives it, in YAML
     */
    public void assertSameAs(String served) {
        String wanted = served.replace("\r\n", "\n").stripTrailing() + "\n";
        try {
            if (rewrite) {
                Files.createDirectories(file.resolveSibling("."));
                Files.writeString(file, wanted);
            }
            assertThat(file)
                    .as("the contract is checked in; `./suite contracts` writes it")
                    .isRegularFile();
            assertThat(wanted)
                    .as("the contract served has changed: read the difference, then `./suite contracts` if it is meant")
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
