package ca.balise.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The folder that is kept between runs, readable by its owner alone: {@code postgres/} (data), {@code programs/}
 * (unpacked PostgreSQL and Keycloak), {@code logs/}, {@code tmp/}, {@code secrets.properties}, and, while the suite is
 * up, {@code running.properties} (its ports) and {@code ready}.
 */
record StateFolder(Path path) {
    /** Opens the folder, and makes it where it is missing. */
    static StateFolder open(Path path) {
        try {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            StateFolder folder = new StateFolder(path.toRealPath());
            for (Path part : new Path[] {folder.logs(), folder.temporary(), folder.programs()}) {
                Files.createDirectories(part);
            }
            return folder;
        } catch (IOException e) {
            throw new SuiteFailure("the state folder " + path + " cannot be used: " + e.getMessage(), e);
        }
    }

    Path postgresData() {
        return path.resolve("postgres");
    }

    Path programs() {
        return path.resolve("programs");
    }

    Path logs() {
        return path.resolve("logs");
    }

    /** Temporary files of the children: nothing of theirs is left elsewhere on the machine. */
    Path temporary() {
        return path.resolve("tmp");
    }

    Path secrets() {
        return path.resolve("secrets.properties");
    }

    Path lock() {
        return path.resolve("lock");
    }

    /** Holds the process number of the launcher once everything answers and the demonstration has passed. */
    Path ready() {
        return path.resolve("ready");
    }

    Path log(String name) {
        return logs().resolve(name + ".log");
    }

    private Path running() {
        return path.resolve("running.properties");
    }

    /** Begins a child's log anew and keeps the one before as {@code NAME.log.1}. */
    Path freshLog(String name) {
        try {
            Path log = log(name);
            if (Files.exists(log)) {
                Files.move(log, logs().resolve(name + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
            return Files.createFile(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Notes where the suite runs, for {@code status}, {@code token} and {@code demo}. */
    void noteRunning(Settings settings) {
        Properties properties = new Properties();
        properties.putAll(settings.asEnvironment());
        store(running(), properties);
    }

    /** Forgets where the suite ran. */
    void forgetRunning() {
        try {
            Files.deleteIfExists(ready());
            Files.deleteIfExists(running());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The environment with the ports of the running suite over it, so that they need not be given twice. */
    Map<String, String> over(Map<String, String> environment) {
        Map<String, String> merged = new LinkedHashMap<>(environment);
        load(running()).forEach((variable, port) -> merged.put(variable.toString(), port.toString()));
        return merged;
    }

    /** Reads a properties file; none where it is missing. */
    static Properties load(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return properties;
    }

    /** Writes a properties file that its owner alone may read, whole or not at all. */
    static void store(Path file, Properties properties) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (Writer writer = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
                properties.store(writer, null);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a file or a folder with all it holds; symbolic links are removed, never followed. */
    static void remove(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try {
            Files.walkFileTree(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
                        throws IOException {
                    if (failure != null) {
                        throw failure;
                    }
                    Files.delete(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
