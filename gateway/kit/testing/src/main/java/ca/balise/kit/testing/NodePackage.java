package ca.balise.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A folder under {@code target} with the packages of a {@code package-lock.json}, and programs run in it: for the checks whose tools are
 * written for Node. {@code ./suite test} says what to install where Node is absent or old.
 */
public final class NodePackage {

    private static final List<String> DESCRIPTION = List.of("package.json", "package-lock.json", ".npmrc");
    private static final long LONGEST_MINUTES = 5;

    private final Path folder;

    private NodePackage(Path folder) {
        this.folder = folder;
    }

    /**
     * Installs exactly what the lock file says, from npm's cache as far as it goes; nothing where it is installed already.
     *
     * @param source folder of package.json, package-lock.json and .npmrc
     * @param target folder to install to, under {@code target}
     * @throws AssertionError where npm is absent, or fails
     */
    public static NodePackage installed(Path source, Path target) {
        NodePackage node = new NodePackage(target.toAbsolutePath());
        try {
            Files.createDirectories(node.folder);
            Path done = node.folder.resolve("node_modules/.installed-lock.json");
            byte[] lock = Files.readAllBytes(source.resolve("package-lock.json"));
            boolean fresh = Files.exists(done) && java.util.Arrays.equals(lock, Files.readAllBytes(done));
            for (String file : DESCRIPTION) {
                Files.copy(source.resolve(file), node.folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
            if (!fresh) {
                Answer answer = node.run(Map.of(), "npm", "ci", "--prefer-offline", "--no-progress");
                if (answer.status() != 0) {
                    throw new AssertionError("npm ci failed in " + node.folder + ":\n" + answer.output());
                }
                Files.write(done, lock);
            }
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is installed. */
    public Path folder() {
        return folder;
    }

    /**
     * Runs a program of an installed package.
     *
     * @param script the program's file in {@code node_modules}, for example {@code typescript/bin/tsc}
     */
    public Answer runPackaged(String script, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of("node", folder.resolve("node_modules").resolve(script).toString()));
        command.addAll(List.of(arguments));
        return run(Map.of(), command.toArray(String[]::new));
    }

    /** Runs a script with Node, in the folder given. */
    public static Answer node(Path folder, Map<String, String> environment, String... command) {
        List<String> line = new ArrayList<>(List.of("node"));
        line.addAll(List.of(command));
        return new NodePackage(folder.toAbsolutePath()).run(environment, line.toArray(String[]::new));
    }

    /**
     * What a program ended with.
     *
     * @param status its exit status
     * @param output what it wrote, errors too
     */
    public record Answer(int status, String output) {}

    private Answer run(Map<String, String> environment, String... command) {
        Path output = null;
        try {
            output = Files.createTempFile("node", ".out");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError(String.join(" ", command) + " did not end in " + LONGEST_MINUTES
                        + " minutes:\n" + Files.readString(output, StandardCharsets.UTF_8));
            }
            return new Answer(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError("Node with npm is wanted on the PATH: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            delete(output);
        }
    }

    private static void delete(@org.jspecify.annotations.Nullable Path file) {
        try {
            if (file != null) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
