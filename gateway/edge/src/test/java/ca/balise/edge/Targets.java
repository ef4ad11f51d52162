package ca.balise.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The tables of request targets in the test resources, a line each. */
public final class Targets {

    private Targets() {}

    public static Stream<String> plain() {
        return lines("/plain-targets.txt");
    }

    public static Stream<String> ambiguous() {
        return lines("/ambiguous-targets.txt");
    }

    private static Stream<String> lines(String resource) {
        try (InputStream table = Targets.class.getResourceAsStream(resource)) {
            List<String> lines = new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.stream().filter(line -> !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
