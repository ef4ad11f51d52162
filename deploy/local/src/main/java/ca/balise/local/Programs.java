package ca.balise.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;

/** Programs that the launcher starts: those found on the PATH, and the versions of those it unpacks. */
final class Programs {
    private Programs() {}

    /** The version of an unpacked program that this build brings. */
    static String version(String program) {
        try (InputStream resource = Programs.class.getResourceAsStream("programs.properties")) {
            if (resource == null) {
                throw new SuiteFailure("the launcher is not built: run ./suite up without --no-build");
            }
            Properties versions = new Properties();
            versions.load(resource);
            return versions.getProperty(program, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a command is found on the PATH. */
    static boolean onPath(String command) {
        String path = System.getenv("PATH");
        return path != null
                && Stream.of(path.split(":", -1))
                        .filter(folder -> !folder.isEmpty())
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    /** The java of the JDK that runs the launcher. */
    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
