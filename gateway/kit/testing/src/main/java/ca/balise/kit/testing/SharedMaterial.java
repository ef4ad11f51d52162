package ca.balise.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/**
 * The material that lies beside the project and is not copied into it: the published texts, the cases with known answers, the
 * public data. A test that needs it is skipped with its reason where the folder is absent; on CI it fails instead.
 */
public final class SharedMaterial {

    /** A row of the table in {@code sources/README.md}: identifier and file name. */
    private static final Pattern SOURCE_ROW =
            Pattern.compile("^\\| `(?<instrument>[^`]+)` \\| (?<file>\\S+\\.txt) \\|", Pattern.MULTILINE);

    private SharedMaterial() {}

    /**
     * Skips the running test if the folder is absent.
     *
     * @throws AssertionError if it is absent and the environment variable {@code CI} is set
     */
    public static void assumePresent() {
        assumePresent(find(Path.of("").toAbsolutePath()), System.getenv("CI") != null);
    }

    static void assumePresent(Optional<Path> folder, boolean onCi) {
        if (folder.isPresent()) {
            return;
        }
        String reason = "the folder 'shared' does not lie beside the project";
        if (onCi) {
            throw new AssertionError(reason + ", and on CI nothing is skipped for want of it");
        }
        Assumptions.abort(reason);
    }

    /** The folder; skips the running test if it is absent. */
    public static Path root() {
        assumePresent();
        return find(Path.of("").toAbsolutePath()).orElseThrow();
    }

    /**
     * The text of a published instrument, in French as published.
     *
     * @param instrument identifier, for example {@code PIN-2020-03}
     */
    public static String source(String instrument) {
        String file = sources().get(instrument);
        if (file == null) {
            throw new IllegalArgumentException("no source is called " + instrument + "; known: "
                    + sources().keySet());
        }
        return read(root().resolve("sources").resolve(file));
    }

    /** A file of cases with known answers, for example {@code genai-measures.json}. */
    public static Path caseFile(String name) {
        return existing(root().resolve("cases").resolve(name));
    }

    /** A file of public data, for example {@code adult/adult.csv}. */
    public static Path data(String name) {
        return existing(root().resolve("data").resolve(name));
    }

    private static Map<String, String> sources() {
        Map<String, String> files = new TreeMap<>();
        Matcher row = SOURCE_ROW.matcher(read(root().resolve("sources").resolve("README.md")));
        while (row.find()) {
            files.put(row.group("instrument"), row.group("file"));
        }
        return files;
    }

    private static Path existing(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("no such shared file: " + file.getFileName());
        }
        return file;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Beside the topmost folder that holds a pom.xml, going up from where the test runs. */
    static Optional<Path> find(Path start) {
        Path project = null;
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("pom.xml"))) {
                project = folder;
            }
        }
        return Optional.ofNullable(project)
                .map(folder -> folder.resolveSibling("shared"))
                .filter(Files::isDirectory);
    }
}
